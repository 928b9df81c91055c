package dev.parley.retrieval.ingest.parse.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.retrieval.ingest.parse.text.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadMarkdownTest {
  private static List<String> blocks(String source) {
    return Shown.blocks(ReadMarkdown.read(source));
  }

  @Test
  void aHugoPageReadsAsItsVisitorsSeeIt() throws IOException {
    var page = ReadMarkdown.read(resource("/documents/hugo-page.md"));

    assertEquals("How-To: Share a notebook", page.title());
    assertEquals(resource("/golden/hugo-page.txt").strip(), String.join("\n", Shown.blocks(page)));
  }

  private static String resource(String name) throws IOException {
    try (var in = ReadMarkdownTest.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theFirstHeadingStandsInForAMissingTitle() {
    assertEquals("Guide", ReadMarkdown.read("# Guide\n\ntext").title());
    assertNull(ReadMarkdown.read("just text").title());
  }

  @Test
  void frontMatterThatNoYamlReaderAcceptsStillGivesItsTitle() {
    var page = ReadMarkdown.read("---\ntitle: Notes: the \"best\" ones\nx: [\n---\nText\n");

    assertEquals("Notes: the \"best\" ones", page.title());
    assertEquals("Text", page.text());
  }

  @Test
  void frontMatterMayBeTomlOrRunOverLines() {
    assertEquals("One", ReadMarkdown.read("+++\ntitle = 'One'\n+++\nText").title());
    var folded = ReadMarkdown.read("---\ntitle: T\ndescription: >-\n  two\n  lines\n---\nText");
    assertEquals("two lines\n\nText", folded.text());
  }

  @Test
  void aRuleAtTheTopIsNoFrontMatter() {
    assertEquals("Hello\n\nworld", ReadMarkdown.read("---\n\nHello\n\nworld").text());
  }

  @Test
  void customAnchorsAreTakenOverWhateverTheirForm() {
    assertEquals(
        List.of(
            "HEADING2 #a: One",
            "HEADING2 #b-c: Two",
            "HEADING2 #d: Three",
            "HEADING2 #four-x: Four {x}"),
        blocks("## One {#a}\n## Two {#b-c .big}\n## Three {/* #d */}\n## Four {x}\n"));
  }

  @Test
  void documentsOfOtherGeneratorsAreReducedToo() {
    assertEquals(
        List.of(
            "PARAGRAPH: Watch out",
            "PARAGRAPH: Hot.",
            "PARAGRAPH: Tip",
            "PARAGRAPH: Use a spoon.",
            "QUOTE: Note: Cold.",
            "PARAGRAPH: Plain text."),
        blocks(
            """
            import Tabs from '@theme/Tabs';

            :::warning[Watch out]
            Hot.
            :::

            !!! tip "Tip"
                Use a spoon.

            > [!NOTE]
            > Cold.

            {% if version %}Plain{% endif %} {/* hidden */}text.
            """));
  }

  @Test
  void codeIsKeptAsItIsWhateverItLooksLike() {
    assertEquals(
        List.of("CODE: :::note\n{% raw %}\n    {{ .Values.name }}\n<div>", "CODE: indented  code"),
        blocks(
            "```md\n:::note\n{% raw %}\n    {{ .Values.name }}\n<div>\n```\n\n    indented  code\n"));
  }

  @Test
  void shortcodesThatNeverCloseAreText() {
    assertEquals(List.of("PARAGRAPH: a {{< b c d"), blocks("a {{< b\nc\nd\n"));
  }

  @Test
  void shortcodesMayRunOverLines() {
    assertEquals(
        List.of("PARAGRAPH: A box", "PARAGRAPH: in"),
        blocks("{{< box\n  title=\"A box\"\n>}}\nin\n{{< /box >}}"));
  }

  @Test
  void htmlInsideIsReducedToText() {
    assertEquals(
        List.of("TABLE_ROW: a | b", "PARAGRAPH: x2 and\nline <name> end", "PARAGRAPH: Inside"),
        blocks(
            """
            <table><tr><td>a</td><td><b>b</b></td></tr></table>

            x<sup>2</sup> and<br/>line <name> <!-- no -->end

            <div class="x">

            Inside

            </div>

            <script>
            alert(1)
            </script>
            """));
  }

  @Test
  void quotesAndListsNest() {
    assertEquals(
        List.of(
            "QUOTE: Said.",
            "LIST_ITEM1: 3. three",
            "PARAGRAPH: more",
            "LIST_ITEM2: - deep",
            "CODE: x",
            "LIST_ITEM1: 4. four"),
        blocks(
            "> Said.\n\n3. three\n\n   more\n\n   - deep\n\n     ```\n     x\n     ```\n4. four\n"));
  }

  @Test
  void headingsInsideQuotesAreNoSections() {
    assertEquals(List.of("QUOTE: Big", "HEADING2 #end: End"), blocks("> # Big\n\nEnd\n---\n"));
  }
}
