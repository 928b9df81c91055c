package dev.parley.retrieval.ingest.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for the chunks of every document, tried with documents that nobody would write.
final class RandomDocumentsTest {
  private static final List<String> WORDS =
      List.of(
          "a",
          "word",
          "sentence.",
          "Ends?",
          "👩‍👩‍👧‍👦",
          "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
          "検索拡張生成です。",
          "don't",
          "x=1;",
          "Straße",
          "internationalization",
          "e\u0301",
          "https://example.org/a/b?c=d",
          "\n",
          "\n\n",
          "\t",
          "—");

  @Test
  void chunksAreDenseInOrderWithinTheLimitAndExactlyTheText() {
    for (var seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var document = document(random);
      var max = 50 + random.nextInt(400);
      var config = new SplitConfig(max, random.nextInt(max / 2));
      var chunks = new SplitText(config, new WordPieceEstimate()).split(document);

      assertEquals(List.of(), ChunkFaults.of(document, chunks, config), "seed " + seed);
    }
  }

  private static ParsedDocument document(Random random) {
    var out = new TextWriter();
    out.paragraph("One block at least");
    var blocks = random.nextInt(40);
    for (var i = 0; i < blocks; i++) {
      var text = text(random);
      switch (random.nextInt(7)) {
        case 0, 1 ->
            out.heading(1 + random.nextInt(6), text, random.nextBoolean() ? "a" + i : null);
        case 2 -> out.code(text);
        case 3 -> out.row(List.of(text, text(random)));
        case 4 -> out.listItem(1 + random.nextInt(3), "- ", text);
        case 5 -> out.quote(text);
        default -> out.paragraph(text);
      }
    }
    return out.finish(null, null);
  }

  /// A few words, many words, or one endless word.
  private static String text(Random random) {
    var count = random.nextInt(4) == 0 ? random.nextInt(800) : random.nextInt(30);
    var blank = random.nextInt(10) == 0 ? "" : " ";
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(blank);
    }
    return text.toString();
  }
}
