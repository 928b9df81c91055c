package dev.parley.retrieval.ingest.parse.markdown;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/// A Markdown page. Its front matter gives the title and, where there is one, the description as
/// the first paragraph: the sites that use it show it there.
public final class ReadMarkdown {
  /// Nesting beyond this is read as text; nobody writes it.
  private static final int MAX_NESTING = 60;

  private ReadMarkdown() {}

  public static ParsedDocument read(String source) {
    var frontMatter = FrontMatter.of(source);
    var lines = new Shortcodes().remove(frontMatter.rest().lines().toList());
    var plain = String.join("\n", Dialects.reduce(lines));

    var out = new TextWriter();
    out.paragraph(frontMatter.description());
    var page = parser().parse(plain);
    page.accept(new MarkdownBlocks(out));
    return out.finish(frontMatter.title(), null);
  }

  private static Parser parser() {
    return Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();
  }
}
