package dev.parley.retrieval.ingest.split;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headings that a stretch of text stands under.
///
/// @param level of the innermost heading; 0 in front of the first
/// @param path texts of the headings, outermost first
/// @param anchor of the innermost heading that has one
record Place(int level, List<String> path, @Nullable String anchor, @Nullable Place around) {
  private static final int MAX_HEADING = 120;

  static final Place TOP = new Place(0, List.of(), null, null);

  /// The place under a heading that follows text at this place.
  Place under(int level, String heading, @Nullable String anchor) {
    var parent = this;
    while (parent.around != null && parent.level >= level) {
      parent = parent.around;
    }
    var path = new ArrayList<>(parent.path);
    path.add(shortened(heading));
    return new Place(level, List.copyOf(path), anchor == null ? parent.anchor : anchor, parent);
  }

  private static String shortened(String heading) {
    return heading.codePointCount(0, heading.length()) <= MAX_HEADING
        ? heading
        : heading.substring(0, heading.offsetByCodePoints(0, MAX_HEADING)).strip() + "…";
  }

  /// The headings that all of the places have in common.
  static List<String> common(List<Place> places) {
    var shared = places.getFirst().path;
    for (var place : places) {
      var length = 0;
      while (length < Math.min(shared.size(), place.path.size())
          && shared.get(length).equals(place.path.get(length))) {
        length++;
      }
      shared = shared.subList(0, length);
    }
    return shared;
  }
}
