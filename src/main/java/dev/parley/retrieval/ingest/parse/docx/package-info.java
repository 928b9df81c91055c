/// DOCX to blocks, read as a stream: a document never stands in memory as a tree.
///
/// May use: `parse.archive`, `parse.text`. Start reading at [ReadDocx].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.docx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
