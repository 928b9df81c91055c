/// PPTX to blocks: a page for each slide.
///
/// May use: `parse.archive`, `parse.text`. Start reading at [ReadPptx].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.pptx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
