package dev.parley.retrieval.source.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pages that are still to be visited, the nearest first, each once. Bounded: what a site makes up
/// without end is dropped.
final class Frontier {
  private static final int MOST = 20_000;
  private static final int MOST_QUERIES_OF_A_PATH = 20;

  private final Deque<Step> waiting = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> queries = new HashMap<>();
  private final LinkedHashMap<String, Step> deferred = new LinkedHashMap<>();

  /// A page to visit.
  ///
  /// @param depth links from the first page
  /// @param modified when it was changed last, as its list says
  /// @param asItIs whether it is taken under this address, whatever it says itself
  record Step(Address page, int depth, @Nullable String modified, boolean asItIs) {
    Step(Address page, int depth) {
      this(page, depth, null, false);
    }
  }

  void add(Step step) {
    if (seen.size() < MOST && isNew(step.page())) {
      waiting.add(step);
    }
  }

  /// Whether the page was not seen before; it is, from now on.
  private boolean isNew(Address page) {
    if (!page.query().isEmpty() && !seen.contains(page.name())) {
      var variants = queries.merge(page.origin() + page.path(), 1, Integer::sum);
      if (variants > MOST_QUERIES_OF_A_PATH) {
        return false;
      }
    }
    return seen.add(page.name());
  }

  /// Notes a page that was come upon in passing; false when it was seen already.
  boolean pass(Address page) {
    return seen.add(page.name());
  }

  /// The page says that it stands at another address as well. Should nothing come of that one, it
  /// is taken under its own after all.
  void defer(Step step, Address canonical) {
    add(new Step(canonical, step.depth()));
    var _ =
        deferred.putIfAbsent(
            canonical.name(), new Step(step.page(), step.depth(), step.modified(), true));
  }

  Optional<Step> next() {
    return Optional.ofNullable(waiting.poll());
  }

  /// The next page that wants another address, of which nothing came; each is given once.
  Optional<Step> deferred(Set<String> taken) {
    while (!deferred.isEmpty()) {
      var first = deferred.pollFirstEntry();
      if (!taken.contains(first.getKey())) {
        return Optional.of(first.getValue());
      }
    }
    return Optional.empty();
  }

  int size() {
    return waiting.size();
  }
}
