package dev.parley.retrieval.ingest.parse.html;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A web page: its title and its content, without what stands around the content.
public final class ReadHtml {
  /// Elements below this are merged into their parent; far more than any written page has.
  private static final int MAX_DEPTH = 500;

  private ReadHtml() {}

  /// Reads a whole page.
  ///
  /// @param charset as declared by the server; without it a byte order mark or the page decides
  public static ParsedDocument read(byte[] bytes, @Nullable String charset) {
    var page = parse(bytes, charset);
    var title = title(page);
    var out = new TextWriter();
    HtmlBlocks.write(PageContent.of(page), out);
    if (out.isEmpty()) {
      HtmlBlocks.write(PageContent.all(parse(bytes, charset)), out);
    }
    return out.finish(title, null);
  }

  /// Writes a page that belongs to a longer document: all of it, since nothing stands around it.
  public static void write(byte[] bytes, TextWriter out) {
    HtmlBlocks.write(PageContent.all(parse(bytes, null)), out);
  }

  private static Document parse(byte[] bytes, @Nullable String charset) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "", parser());
    } catch (IOException broken) {
      throw new ParseProblem(ParseFailure.DAMAGED, broken);
    }
  }

  static Parser parser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }

  private static @Nullable String title(Document page) {
    var shared = page.selectFirst("meta[property=og:title][content]");
    var own = page.title();
    if (!own.isBlank()) {
      return own;
    }
    return shared == null ? headline(page) : shared.attr("content");
  }

  private static @Nullable String headline(Document page) {
    Element first = page.selectFirst("h1");
    return first == null ? null : first.text();
  }
}
