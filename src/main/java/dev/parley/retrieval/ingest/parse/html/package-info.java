/// HTML to blocks: a page, or a piece of HTML inside another format.
///
/// May use: `parse.text`. Start reading at [ReadHtml].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.html;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
