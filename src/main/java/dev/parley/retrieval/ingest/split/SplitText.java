package dev.parley.retrieval.ingest.split;

import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import java.util.ArrayList;
import java.util.List;

/// Splits a document into chunks: by headings, small sections joined, long ones cut evenly.
///
/// The chunks stand in order, do not overlap, and leave out nothing but blanks. Sentences, code and
/// rows of tables stay whole wherever they fit. A chunk's heading path is what all of its text
/// stands under, so a chunk of two small sections names the heading above both and carries their
/// own in its text.
///
/// @param tokens counts as the embedding model does; [WordPieceEstimate] is near enough
public record SplitText(SplitConfig config, TokenCount tokens) {

  private static final int MAX_LEADS = 3;

  public List<Chunk> split(ParsedDocument document) {
    var chunks = new ChunkWriter(document.text(), tokens);
    for (var section : new Sections(config).of(document, tokens)) {
      for (var pieces : evenly(section)) {
        chunks.add(pieces);
      }
    }
    return chunks.all();
  }

  /// The pieces of a section in runs of about the same weight, as few as the limit allows.
  private List<List<Piece>> evenly(Section section) {
    var runs = new ArrayList<List<Piece>>();
    var pieces = section.pieces();
    var left = section.weight();
    for (var from = 0; from < pieces.size(); ) {
      var chunks = (left + config.maxTokens() - 1) / config.maxTokens();
      var goal = (left + chunks - 1) / Math.max(1, chunks);
      var to = from;
      var weight = 0;
      do {
        weight += pieces.get(to).weight();
        to++;
      } while (to < pieces.size() && takes(weight, pieces.get(to - 1), pieces.get(to), goal));
      for (var leads = leadsAtEnd(pieces, from, to); leads > 0; leads--) {
        to--;
        weight -= pieces.get(to).weight();
      }
      runs.add(pieces.subList(from, to));
      left -= weight;
      from = to;
    }
    return runs;
  }

  /// How many pieces at the end of a run announce the one behind it, where they are few and not all
  /// of the run.
  private static int leadsAtEnd(List<Piece> pieces, int from, int to) {
    var leads = 0;
    while (to < pieces.size() && to - leads > from && pieces.get(to - leads - 1).leads()) {
      leads++;
    }
    return leads <= MAX_LEADS && to - leads > from ? leads : 0;
  }

  private boolean takes(int weight, Piece last, Piece next, int goal) {
    if (weight + next.weight() > config.maxTokens()) {
      return false;
    }
    return last.leads() || weight + next.weight() / 2 <= goal;
  }
}
