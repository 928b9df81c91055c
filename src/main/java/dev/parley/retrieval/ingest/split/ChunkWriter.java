package dev.parley.retrieval.ingest.split;

import dev.parley.retrieval.document.Chunk;
import java.util.ArrayList;
import java.util.List;

/// Makes chunks of runs of pieces, and counts them and their code points.
final class ChunkWriter {
  private final String text;
  private final TokenCount tokens;
  private final List<Chunk> chunks = new ArrayList<>();
  private int at; // in chars
  private int passed; // in code points

  ChunkWriter(String text, TokenCount tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// The next chunk; runs come in the order of the text.
  void add(List<Piece> run) {
    var first = run.getFirst();
    var start = passed + text.codePointCount(at, first.start());
    var end = start + text.codePointCount(first.start(), run.getLast().end());
    var words = text.substring(first.start(), run.getLast().end());
    at = run.getLast().end();
    passed = end;
    chunks.add(
        new Chunk(
            chunks.size(),
            path(run),
            first.page(),
            first.place().anchor(),
            start,
            end,
            words,
            tokens.count(words)));
  }

  /// Headings without text of their own do not decide under what the chunk stands.
  private static List<String> path(List<Piece> run) {
    var body = run.stream().filter(piece -> !piece.heading()).map(Piece::place).toList();
    return Place.common(body.isEmpty() ? run.stream().map(Piece::place).toList() : body);
  }

  List<Chunk> all() {
    return List.copyOf(chunks);
  }
}
