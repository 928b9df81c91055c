/// PDF to blocks: lines as they stand on the pages, then paragraphs, headings and lists from their
/// places and sizes.
///
/// May use: `parse.text`. Start reading at [ReadPdf].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.pdf;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
