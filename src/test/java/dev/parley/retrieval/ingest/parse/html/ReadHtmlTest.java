package dev.parley.retrieval.ingest.parse.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadHtmlTest {
  private static ParsedDocument read(String html) {
    return ReadHtml.read(html.getBytes(StandardCharsets.UTF_8), null);
  }

  private static List<String> blocks(String html) {
    return Shown.blocks(read(html));
  }

  @Test
  void onlyTheContentOfAPageIsRead() {
    var page =
        read(
            """
            <!doctype html><html><head><title>Tea &amp; coffee</title><style>p{}</style></head>
            <body class="has-toc toc">
            <div id="cookie-banner">We use cookies</div>
            <header>Site</header><nav><a href="/">Home</a></nav>
            <main>
              <ol class="breadcrumb"><li>Home</li></ol>
              <section id="tea"><h2>Tea <a class="headerlink" href="#tea">¶</a></h2>
              <p>Green <em>or</em>
                 black.<br>Hot.</p><script>track()</script></section>
              <h2 id="coffee">Coffee</h2>
              <p hidden>secret</p><p style="display: none">secret</p>
              <img src="cup.png" alt="A cup">
            </main>
            <footer>© nobody</footer></body></html>
            """);

    assertEquals("Tea & coffee", page.title());
    assertEquals(
        List.of(
            "HEADING2 #tea: Tea",
            "PARAGRAPH: Green or black.\nHot.",
            "HEADING2 #coffee: Coffee",
            "PARAGRAPH: A cup"),
        Shown.blocks(page));
  }

  @Test
  void listsTablesQuotesAndCodeKeepTheirShape() {
    assertEquals(
        List.of(
            "LIST_ITEM1: - one",
            "LIST_ITEM2: 5. deep",
            "LIST_ITEM2: 6. deeper",
            "PARAGRAPH: after",
            "LIST_ITEM1: - two",
            "TABLE_ROW: Name | Size",
            "TABLE_ROW: cup | | blue",
            "QUOTE: Said.",
            "CODE: if x:\n    y"),
        blocks(
            "<ul><li>one<ol start=5><li>deep</li><li><p>deeper</p></li></ol>after</li><li>two</li></ul>"
                + "<table><thead><tr><th>Name<th>Size</thead><tr><td>cup<td><td>blue<td></table>"
                + "<blockquote><p>Said.</p></blockquote>"
                + "<pre><code><span class=ln>1</span>if x:<br>    y</code></pre>"));
  }

  @Test
  void tablesThatArrangeAPageAreNotRows() {
    assertEquals(
        List.of("HEADING1: Title", "PARAGRAPH: Text"),
        blocks("<table><tr><td><h1>Title</h1><p>Text</p></td></tr></table>"));
  }

  @Test
  void aPageWithoutMainLosesOnlyItsFrame() {
    assertEquals(
        List.of("PARAGRAPH: One", "PARAGRAPH: Two"),
        blocks("<header>Site</header><div>One</div><aside>Ad</aside><div>Two</div>"));
  }

  @Test
  void aPageThatIsAllSurroundingsIsReadWhole() {
    assertEquals(List.of("PARAGRAPH: Only this"), blocks("<body><nav>Only this</nav>"));
  }

  @Test
  void aPageWithoutTextSaysSo() {
    var problem = assertThrows(ParseProblem.class, () -> read("<script>x()</script>"));
    assertEquals(ParseFailure.NO_TEXT, problem.failure());
  }

  @Test
  void theEncodingThatThePageDeclaresIsUsed() {
    var html = "<meta charset=iso-8859-2><p>kůň</p>".getBytes(Charset.forName("ISO-8859-2"));
    assertEquals("kůň", ReadHtml.read(html, null).text());
  }

  @Test
  void countlessNestedElementsAreRead() {
    assertEquals("end", read("<div>".repeat(100_000) + "end").text());
  }
}
