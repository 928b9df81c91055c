package dev.parley.retrieval.ingest.split;

import java.util.ArrayList;
import java.util.List;

/// A heading and the text up to the next one; after merging, several of them that follow one
/// another.
///
/// @param level of its first heading; 0 for text in front of all headings
record Section(int level, List<Piece> pieces, int weight) {

  static Section of(List<Piece> pieces) {
    var weight = pieces.stream().mapToInt(Piece::weight).sum();
    return new Section(pieces.getFirst().place().level(), List.copyOf(pieces), weight);
  }

  boolean hasOnlyHeadings() {
    return pieces.stream().allMatch(Piece::heading);
  }

  Section with(Section next) {
    var all = new ArrayList<>(pieces);
    all.addAll(next.pieces);
    return new Section(level, all, weight + next.weight);
  }
}
