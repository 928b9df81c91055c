package dev.parley;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What everybody may see of a workspace, kept by the simplest means. What opens is noted before it
/// is asked for and what closes when it is answered, so whoever sees more than this ever said since
/// they asked sees too much. Safe from any thread.
final class BasesModel {
  private final Map<String, Access> bases = new LinkedHashMap<>();
  private final Map<String, String> documents = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<Set<String>>> seen = new HashMap<>();
  private final Map<String, String> roles;

  /// @param roles of people, by name
  BasesModel(Map<String, String> roles) {
    this.roles = roles;
    note();
  }

  /// Who may read a base.
  ///
  /// @param subjects names of people and roles
  record Access(boolean everybody, Set<String> subjects) {
    private boolean lets(String person, String role) {
      return role.equals("owner")
          || everybody
          || subjects.contains(person)
          || subjects.contains(role);
    }

    private Access or(Access other) {
      var all = new HashSet<>(subjects);
      all.addAll(other.subjects);
      return new Access(everybody || other.everybody, all);
    }
  }

  synchronized void opens(String base, Access access) {
    bases.merge(base, access, Access::or);
    note();
  }

  synchronized void holds(String base, Access access) {
    bases.put(base, access);
    note();
  }

  synchronized void gone(String base) {
    var _ = bases.remove(base);
    documents.values().removeIf(base::equals);
    note();
  }

  synchronized void added(String document, String base) {
    documents.put(document, base);
    known.add(document);
    note();
  }

  synchronized void deleted(String document) {
    var _ = documents.remove(document);
    note();
  }

  synchronized List<String> bases() {
    return List.copyOf(bases.keySet());
  }

  synchronized List<String> documents() {
    return List.copyOf(documents.keySet());
  }

  /// Whether all of these were ever there.
  synchronized boolean knows(Set<String> all) {
    return known.containsAll(all);
  }

  /// How many states there were.
  synchronized int now() {
    return states().size();
  }

  private List<Set<String>> states() {
    return seen.getOrDefault("owner", List.of());
  }

  /// What a person may have seen at any time since a state.
  synchronized Set<String> since(String person, int state) {
    var all = new HashSet<String>();
    var states = seen.getOrDefault(person, List.of());
    states.subList(Math.max(0, state - 1), states.size()).forEach(all::addAll);
    return all;
  }

  /// What a person sees when nothing happens.
  synchronized Set<String> visible(String person) {
    var role = roles.getOrDefault(person, "");
    return documents.entrySet().stream()
        .filter(one -> {
          var access = bases.get(one.getValue());
          return access != null && access.lets(person, role);
        })
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private void note() {
    for (var person : roles.keySet()) {
      seen.computeIfAbsent(person, _ -> new ArrayList<>()).add(visible(person));
    }
  }
}
