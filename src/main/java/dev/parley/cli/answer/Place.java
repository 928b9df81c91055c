package dev.parley.cli.answer;

import dev.parley.cli.process.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where something stands: the document, the headings down to it, the page.
record Place(String title, List<String> headings, @Nullable Integer page) {

  /// On one line. A first heading that repeats the title is left out, as most documents have one.
  String words() {
    var steps = new ArrayList<String>();
    steps.add(Printable.line(title));
    for (var heading : headings) {
      var step = Printable.line(heading);
      if (!step.equalsIgnoreCase(steps.getLast())) {
        steps.add(step);
      }
    }
    return String.join(" › ", steps) + (page == null ? "" : ", page " + page);
  }

  /// The address of the nearest heading, where the document has an address.
  static Optional<String> address(@Nullable String url, @Nullable String anchor) {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    var fragment = anchor == null || anchor.isBlank() || url.contains("#") ? "" : "#" + anchor;
    return Optional.of(Printable.line(url + fragment));
  }
}
