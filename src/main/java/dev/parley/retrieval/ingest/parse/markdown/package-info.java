/// Markdown to blocks: CommonMark with tables, and what Hugo, Docusaurus, MkDocs and Jekyll add.
///
/// May use: `parse.text`, `parse.html`. Start reading at [ReadMarkdown].
@NullMarked
@CheckReturnValue
package dev.parley.retrieval.ingest.parse.markdown;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
