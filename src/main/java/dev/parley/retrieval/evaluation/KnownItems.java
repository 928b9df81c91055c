package dev.parley.retrieval.evaluation;

import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.evaluation.LabelledSet.Paragraph;
import dev.parley.retrieval.evaluation.LabelledSet.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Known-item search on documents nobody has labelled: a heading is the question, the passage in
/// which its section begins the answer. Headings that stand over nothing, or in several places, ask
/// for nothing in particular and are left out. For one thread at a time.
public final class KnownItems {
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final Map<String, Chunk> chunks = new HashMap<>();
  private final Map<String, List<Item>> items = new HashMap<>();

  /// A heading, and the id of the passage in which its section begins.
  private record Item(String heading, String passage) {}

  /// @param name tells the document from others
  /// @param passages what it became, in order
  public void add(String name, ParsedDocument document, List<Chunk> passages) {
    var title = Objects.requireNonNullElse(document.title(), name);
    for (var chunk : passages) {
      var id = id(name, chunk);
      paragraphs.add(new Paragraph(id, title, chunk.text()));
      chunks.put(id, chunk);
    }
    var blocks = document.blocks();
    for (var at = 0; at + 1 < blocks.size(); at++) {
      var next = blocks.get(at + 1);
      if (isHeading(blocks.get(at)) && !isHeading(next)) {
        var heading = text(document, blocks.get(at));
        passages.stream()
            .filter(chunk -> chunk.start() <= next.start() && next.start() < chunk.end())
            .findFirst()
            .ifPresent(chunk -> note(heading, id(name, chunk)));
      }
    }
  }

  private void note(String heading, String passage) {
    var key = heading.strip().toLowerCase(Locale.ROOT);
    if (!key.isEmpty()) {
      items.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Item(heading, passage));
    }
  }

  private static boolean isHeading(Block block) {
    return block.kind() == Block.Kind.HEADING;
  }

  private static String text(ParsedDocument document, Block block) {
    var text = document.text();
    return text.substring(
        text.offsetByCodePoints(0, block.start()), text.offsetByCodePoints(0, block.end()));
  }

  private static String id(String name, Chunk chunk) {
    return name + "#" + chunk.ordinal();
  }

  /// What was added so far: each passage is a paragraph of its own.
  public LabelledSet set() {
    var questions = new ArrayList<Question>();
    var grades = new HashMap<String, Map<String, Integer>>();
    items.forEach((key, found) -> {
      if (found.size() == 1) {
        questions.add(new Question(key, found.getFirst().heading()));
        grades.put(key, Map.of(found.getFirst().passage(), 1));
      }
    });
    return new LabelledSet(paragraphs, questions, grades);
  }

  /// The passage that a paragraph of the set is, under its headings.
  public List<Chunk> passage(Paragraph paragraph) {
    var chunk = Objects.requireNonNull(chunks.get(paragraph.id()), paragraph.id());
    return List.of(
        new Chunk(
            0,
            chunk.headingPath(),
            chunk.page(),
            chunk.anchor(),
            chunk.start(),
            chunk.end(),
            chunk.text(),
            chunk.tokens()));
  }
}
