/// Archives of XML parts, which is what Office files and e-books are: unpacked within bounds, read
/// as streams.
///
/// May use: `parse.text`. Start reading at [OfficeParts].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.archive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
