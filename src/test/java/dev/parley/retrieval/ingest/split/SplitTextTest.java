package dev.parley.retrieval.ingest.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SplitTextTest {
  /// One token for each word, so that sizes can be read off the text.
  private static final TokenCount WORDS =
      text -> text.toString().isBlank() ? 0 : text.toString().strip().split("\\s+").length;

  private static final SplitConfig CONFIG = new SplitConfig(100, 20);

  private static List<Chunk> split(Consumer<TextWriter> content) {
    var document = document(content);
    var chunks = new SplitText(CONFIG, WORDS).split(document);
    assertEquals(List.of(), ChunkFaults.of(document, chunks, CONFIG));
    return chunks;
  }

  private static ParsedDocument document(Consumer<TextWriter> content) {
    var out = new TextWriter();
    content.accept(out);
    return out.finish(null, null);
  }

  private static String words(int count) {
    return "word ".repeat(count).strip();
  }

  private static List<Integer> sizes(List<Chunk> chunks) {
    return chunks.stream().map(Chunk::tokens).toList();
  }

  @Test
  void everySectionIsAChunkUnderItsHeadings() {
    var chunks =
        split(out -> {
          out.paragraph(words(30));
          out.heading(1, "One", "one");
          out.paragraph(words(30));
          out.heading(2, "Deep", null);
          out.paragraph(words(30));
          out.heading(1, "Two", "two");
          out.paragraph(words(30));
        });

    assertEquals(List.of(30, 31, 31, 31), sizes(chunks));
    assertEquals(
        List.of(List.of(), List.of("One"), List.of("One", "Deep"), List.of("Two")),
        chunks.stream().map(Chunk::headingPath).toList());
    assertEquals("one", chunks.get(2).anchor());
    assertTrue(chunks.get(2).text().startsWith("Deep\n\nword"));
  }

  @Test
  void smallSectionsJoinTheirSiblingsAndStandUnderTheHeadingAbove() {
    var chunks =
        split(out -> {
          out.heading(1, "Roles", null);
          out.paragraph(words(40));
          out.heading(2, "Reader", null);
          out.paragraph(words(5));
          out.heading(2, "Writer", null);
          out.paragraph(words(30));
        });

    assertEquals(List.of(41, 37), sizes(chunks));
    assertEquals(List.of("Roles"), chunks.getLast().headingPath());
  }

  @Test
  void aSmallLastSectionFallsBackToItsSibling() {
    var chunks =
        split(out -> {
          out.heading(2, "Use", null);
          out.paragraph(words(50));
          out.heading(2, "See", null);
          out.paragraph(words(5));
        });

    assertEquals(List.of(57), sizes(chunks));
  }

  @Test
  void aSmallSectionDoesNotJoinTheNextChapter() {
    var chunks =
        split(out -> {
          out.heading(2, "End", null);
          out.paragraph(words(5));
          out.heading(1, "Chapter", null);
          out.paragraph(words(50));
        });

    assertEquals(List.of(6, 51), sizes(chunks));
  }

  @Test
  void aHeadingWithoutTextStandsWithWhatFollowsAndDoesNotNameIt() {
    var chunks =
        split(out -> {
          out.heading(1, "Guide", null);
          out.heading(2, "Start", null);
          out.paragraph(words(150));
        });

    assertEquals(2, chunks.size());
    assertTrue(chunks.getFirst().text().startsWith("Guide\n\nStart\n\nword"));
    assertEquals(List.of("Guide", "Start"), chunks.getFirst().headingPath());
  }

  @Test
  void longSectionsAreCutEvenlyBetweenSentences() {
    var sentence = "A " + words(8) + " end. ";
    var chunks = split(out -> out.paragraph(sentence.repeat(21)));

    assertEquals(List.of(70, 70, 70), sizes(chunks));
    assertTrue(chunks.stream().allMatch(chunk -> chunk.text().endsWith("end.")));
  }

  @Test
  void codeAndRowsThatFitStayWhole() {
    var code = "line of code\n\n".repeat(20).strip();
    var chunks =
        split(out -> {
          out.paragraph(words(70));
          out.code(code);
          out.row(List.of(words(30), words(30)));
          out.row(List.of(words(30), words(30)));
        });

    assertEquals(List.of(70, 60, 61, 61), sizes(chunks));
    assertEquals(code, chunks.get(1).text());
  }

  @Test
  void codeThatDoesNotFitIsCutBetweenItsParagraphs() {
    var paragraph = "a b c\n  d e f\n  g h i j\n\n";
    var chunks = split(out -> out.code(paragraph.repeat(15)));

    assertTrue(chunks.stream().allMatch(chunk -> chunk.text().startsWith("a b c")));
    assertEquals(List.of(80, 70), sizes(chunks));
  }

  @Test
  void whatAnnouncesAPassageStandsWithIt() {
    var chunks =
        split(out -> {
          out.paragraph(words(60) + ".");
          out.paragraph("For example:");
          out.code(words(70));
        });

    assertEquals("For example:\n\n" + words(70), chunks.getLast().text());
  }

  @Test
  void aRunWithoutBlanksIsCutBetweenCodePoints() {
    var run = "😀".repeat(3_000);
    var chunks = split(out -> out.paragraph(run));

    assertEquals(List.of(1000, 1000, 1000), chunks.stream().map(c -> c.end() - c.start()).toList());
  }

  @Test
  void chunksTellTheirPage() {
    var chunks =
        split(out -> {
          out.page(1);
          out.paragraph(words(90));
          out.page(2);
          out.paragraph(words(90));
        });

    assertEquals(List.of(1, 2), chunks.stream().map(Chunk::page).toList());
  }

  @Test
  void searchTextNamesThePageAndTheHeadingsOnce() {
    var chunks =
        split(out -> {
          out.heading(1, "Tea", null);
          out.heading(2, "Green", null);
          out.paragraph(words(30));
        });

    assertTrue(chunks.getFirst().searchText("Tea").startsWith("Tea > Green\nTea\n\nGreen"));
    assertTrue(chunks.getFirst().searchText("Pot").startsWith("Pot > Tea > Green\n"));
  }
}
