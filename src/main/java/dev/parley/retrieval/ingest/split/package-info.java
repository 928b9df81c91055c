/// Documents to chunks: the stretches that are found and cited as one.
///
/// Pure functions; no threads, no waiting. May use: `retrieval.document`. Start reading at
/// [SplitText].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.split;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
