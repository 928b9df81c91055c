package dev.parley.retrieval.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Block.Kind;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.evaluation.LabelledSet.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class KnownItemsTest {
  private final KnownItems items = new KnownItems();

  @Test
  void aHeadingAsksForThePassageInWhichItsSectionBegins() {
    add("birds", "# Birds", "They fly.", "## Herons", "They stand.", "They wait.");

    var set = items.set();

    assertEquals(
        Set.of("Birds", "Herons"),
        set.questions().stream().map(Question::text).collect(Collectors.toSet()));
    assertEquals(Map.of("birds#1", 1), set.grades().get("birds"));
    assertEquals(Map.of("birds#3", 1), set.grades().get("herons"));
    assertEquals(5, set.paragraphs().size());
    assertEquals("They stand.", items.passage(set.paragraphs().get(3)).getFirst().text());
  }

  @Test
  void headingsOverNothingOrInSeveralPlacesAskForNothing() {
    add("a", "# Birds", "## Usage", "One.", "## End");
    add("b", "# Fish", "## usage", "Two.");

    assertEquals(List.of(), items.set().questions());
  }

  /// One passage for each block; a heading begins with `#`.
  private void add(String name, String... lines) {
    var blocks = new ArrayList<Block>();
    var chunks = new ArrayList<Chunk>();
    var text = new StringBuilder();
    for (var line : lines) {
      var plain = line.replaceFirst("^#+ ", "");
      var level = line.length() - line.replaceFirst("^#+", "").length();
      var start = text.length();
      text.append(plain);
      var kind = level > 0 ? Kind.HEADING : Kind.PARAGRAPH;
      blocks.add(new Block(kind, level, start, text.length(), null, null));
      chunks.add(new Chunk(chunks.size(), List.of(), null, null, start, text.length(), plain, 2));
      text.append('\n');
    }
    items.add(name, new ParsedDocument(null, text.toString(), blocks, null), chunks);
  }
}
