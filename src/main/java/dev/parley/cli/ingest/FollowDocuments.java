package dev.parley.cli.ingest;

import dev.parley.cli.client.Document;
import dev.parley.cli.client.Server;
import dev.parley.cli.process.CliProblem.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Learns how far documents are from lists of those that the server works on: a base may hold
/// thousands of others, which are never listed.
final class FollowDocuments {
  /// In the order that documents pass through them, so that one that moves on while they are asked
  /// for is seen in the next one.
  private static final List<String> UNDER_WAY = List.of("queued", "reading", "embedding");

  private static final int MOST_PAGES = 5_000;

  private final Server server;
  private final Board board;

  FollowDocuments(Server server, Board board) {
    this.server = server;
    this.board = board;
  }

  /// Looks once.
  void look() {
    var unseen = new HashSet<>(board.waiting());
    for (var state : UNDER_WAY) {
      list(state, unseen);
    }
    unseen.forEach(this::one); // in no list any more, so most likely at its end
  }

  private void list(String state, Set<UUID> unseen) {
    var after = Optional.<String>empty();
    for (var page = 0; page < MOST_PAGES && !unseen.isEmpty(); page++) {
      var answer = server.documents(state, after);
      for (var document : answer.documents()) {
        see(document, unseen);
      }
      after = Optional.ofNullable(answer.next());
      if (after.isEmpty()) {
        return;
      }
    }
  }

  private void see(Document document, Set<UUID> unseen) {
    if (unseen.remove(document.id())) {
      board.update(document);
    }
  }

  private void one(UUID id) {
    try {
      board.update(server.document(id));
    } catch (Refused refused) {
      if (refused.status() != 404) {
        throw refused;
      }
      board.forgotten(id);
    }
  }
}
