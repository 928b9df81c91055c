/// From an upload to a version that can be found: fetch, parse, split, embed, store.
///
/// Start reading at [IngestStory].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
