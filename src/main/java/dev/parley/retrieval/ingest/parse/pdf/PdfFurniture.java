package dev.parley.retrieval.ingest.parse.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes away what stands at the top or bottom of most pages: running titles and page numbers.
final class PdfFurniture {
  private static final int EDGE_LINES = 2;
  private static final int MIN_PAGES = 3;

  private PdfFurniture() {}

  static List<List<PdfLine>> without(List<List<PdfLine>> pages) {
    Map<String, Set<Integer>> seen = new HashMap<>();
    for (var i = 0; i < pages.size(); i++) {
      for (var line : edges(pages.get(i))) {
        seen.computeIfAbsent(shape(line), key -> new HashSet<>()).add(i);
      }
    }
    var often = Math.max(MIN_PAGES, pages.size() / 2);
    var kept = new ArrayList<List<PdfLine>>();
    for (var page : pages) {
      var edges = edges(page);
      kept.add(
          page.stream()
              .filter(line ->
                  !edges.contains(line) || seen.getOrDefault(shape(line), Set.of()).size() < often)
              .toList());
    }
    return kept;
  }

  private static Set<PdfLine> edges(List<PdfLine> page) {
    var byHeight = page.stream().sorted(Comparator.comparingDouble(PdfLine::y)).toList();
    var edges = new HashSet<PdfLine>();
    for (var i = 0; i < Math.min(EDGE_LINES, byHeight.size()); i++) {
      edges.add(byHeight.get(i));
      edges.add(byHeight.get(byHeight.size() - 1 - i));
    }
    return edges;
  }

  /// The line with its numbers made equal, and the height at which it stands.
  private static String shape(PdfLine line) {
    var shape = new StringBuilder();
    for (var c : line.text().toCharArray()) {
      if (!Character.isDigit(c)) {
        shape.append(c);
      } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '#') {
        shape.append('#');
      }
    }
    return shape.append('@').append(Math.round(line.y() / 4)).toString();
  }
}
