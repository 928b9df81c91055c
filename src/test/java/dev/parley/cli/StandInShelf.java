package dev.parley.cli;

import dev.parley.cli.StandIn.Reply;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The documents of a [StandIn]. Each time somebody asks for those in the queue, every one of them
/// moves on by one state.
final class StandInShelf {
  private static final List<String> PATH = List.of("queued", "reading", "embedding", "ready");

  private final Map<String, Shelved> documents = new TreeMap<>();
  private final Map<String, String> faults = new HashMap<>();
  private final Map<String, Reply> refusals = new HashMap<>();
  private boolean stuck;

  /// The file of this name cannot be read.
  synchronized void fail(String name, String why) {
    faults.put(name, why);
  }

  /// The file of this name is not taken.
  synchronized void refuse(String name, Reply reply) {
    refusals.put(name, reply);
  }

  /// Nothing moves any more.
  synchronized void stick() {
    stuck = true;
  }

  synchronized Map<String, String> contents() {
    return documents.values().stream()
        .collect(Collectors.toMap(Shelved::name, Shelved::content, (a, _) -> a, TreeMap::new));
  }

  synchronized Optional<Reply> refusal(String name) {
    return Optional.ofNullable(refusals.get(name));
  }

  synchronized Shelved put(String name, String content) {
    var before = documents.get(name);
    var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    if (before != null && before.content().equals(content)) {
      return new Shelved(id, name, content, before.state(), before.version(), true, before.fault());
    }
    var version = before == null ? 0 : before.version();
    var after = new Shelved(id, name, content, "queued", version, false, faults.get(name));
    documents.put(name, after);
    return after;
  }

  /// Two a page, so that pages are turned.
  synchronized String list(String query) {
    var state = query.replaceAll(".*state=(\\w+).*", "$1");
    var after = query.contains("after=") ? query.replaceAll(".*after=([^&]*).*", "$1") : "";
    if (state.equals("queued") && after.isEmpty() && !stuck) {
      documents.replaceAll((_, document) -> document.moved());
    }
    var all =
        documents.values().stream()
            .filter(one -> one.state().equals(state) && one.name().compareTo(after) > 0)
            .toList();
    var page = all.subList(0, Math.min(2, all.size()));
    var next = all.size() > 2 ? ",\"next\":\"" + page.getLast().name() + "\"" : "";
    var body = page.stream().map(Shelved::json).collect(Collectors.joining(","));
    return "{\"documents\":[" + body + "]" + next + ",\"counts\":{}}";
  }

  synchronized Reply one(String id) {
    return documents.values().stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .map(found -> Reply.ok(found.json()))
        .orElse(Reply.problem(404, "There is no such document."));
  }

  /// @param fault why it will fail; null when it will not
  record Shelved(
      UUID id,
      String name,
      String content,
      String state,
      int version,
      boolean unchanged,
      @Nullable String fault) {
    Shelved moved() {
      var at = PATH.indexOf(state);
      if (at < 0 || at == PATH.size() - 1) {
        return this;
      }
      var next = fault != null && state.equals("reading") ? "failed" : PATH.get(at + 1);
      var answers = next.equals("ready") ? version + 1 : version;
      return new Shelved(id, name, content, next, answers, unchanged, fault);
    }

    String json() {
      var more =
          switch (state) {
            case "embedding" -> ",\"progress\":{\"done\":1,\"total\":2}";
            case "ready" -> ",\"passages\":3";
            case "failed" -> ",\"error\":{\"code\":\"x\",\"message\":\"" + fault + "\"}";
            default -> "";
          };
      return """
      {"id":"%s","base_id":"%s","name":"%s","title":"T","state":"%s","version":%d,\
      "size_bytes":1,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"%s}\
      """
          .formatted(id, id, name, state, version, more);
    }
  }
}
