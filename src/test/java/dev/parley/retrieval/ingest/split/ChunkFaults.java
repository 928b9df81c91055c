package dev.parley.retrieval.ingest.split;

import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with the chunks of a document; nothing, for every document there is.
final class ChunkFaults {
  private ChunkFaults() {}

  static List<String> of(ParsedDocument document, List<Chunk> chunks, SplitConfig config) {
    var faults = new ArrayList<String>();
    var text = document.text().codePoints().toArray();
    var at = 0;
    for (var i = 0; i < chunks.size(); i++) {
      var chunk = chunks.get(i);
      if (chunk.ordinal() != i) {
        faults.add("chunk " + i + " is numbered " + chunk.ordinal());
      }
      if (chunk.start() < at) {
        faults.add("chunk " + i + " begins inside the one before");
      }
      requireBlank(text, at, chunk.start(), faults);
      at = chunk.end();
      if (!chunk.text().equals(new String(text, chunk.start(), at - chunk.start()))) {
        faults.add("chunk " + i + " is not the text it points to");
      }
      if (chunk.text().isBlank() || !chunk.text().equals(chunk.text().strip())) {
        faults.add("chunk " + i + " has blanks around it");
      }
      if (chunk.tokens() > config.maxTokens()) {
        faults.add("chunk " + i + " has " + chunk.tokens() + " tokens");
      }
    }
    requireBlank(text, at, text.length, faults);
    return faults;
  }

  private static void requireBlank(int[] text, int from, int to, List<String> faults) {
    for (var i = from; i < to; i++) {
      if (!Character.isWhitespace(text[i])) {
        faults.add("the text at " + i + " is in no chunk");
        return;
      }
    }
  }
}
