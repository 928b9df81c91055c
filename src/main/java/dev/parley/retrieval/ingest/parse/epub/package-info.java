/// E-books to blocks: their chapters in the order of reading.
///
/// May use: `parse.archive`, `parse.html`, `parse.text`. Start reading at [ReadEpub].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.epub;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
