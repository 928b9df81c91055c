package dev.parley;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// What one reader of a turn has heard, over lost connections and from whichever replica answers.
final class Followed {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final String path;
  private final List<Integer> numbers = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> ends = new ArrayList<>();
  private int last;
  private long attemptAt;

  /// @param turn its id
  Followed(String turn) {
    this.path = "/api/v1/chat/turns/" + turn + "/events";
  }

  /// Follows the turn to its end, at one replica after the other.
  Followed toTheEnd(List<Client> replicas) throws InterruptedException {
    var until = System.nanoTime() + LIMIT.toNanos();
    for (var i = 0; ends.isEmpty(); i++) {
      if (System.nanoTime() > until) {
        throw new AssertionError(path + " did not end; heard " + numbers);
      }
      replicas.get(i % replicas.size()).follow(path, last, this::hear);
      Thread.sleep(50 + ThreadLocalRandom.current().nextInt(200));
    }
    return this;
  }

  private synchronized void hear(Client.Event event) {
    if (event.seq() > 0) {
      numbers.add(event.seq());
      last = event.seq();
    }
    switch (event.name()) {
      case "attempt" -> {
        text.setLength(0);
        attemptAt = System.nanoTime();
      }
      case "delta" -> text.append(event.json().path("text").asText());
      case "completed", "failed", "cancelled" -> ends.add(event.name());
      default -> {
        // nothing of the answer
      }
    }
  }

  String text() {
    return text.toString().strip();
  }

  /// The terminal events; one.
  List<String> ends() {
    return ends;
  }

  /// When another replica began the answer anew, as of [System#nanoTime]; 0 for never.
  long attemptAt() {
    return attemptAt;
  }

  /// Whether no number came twice or was left out within an attempt.
  boolean isDense() {
    for (var i = 1; i < numbers.size(); i++) {
      var step = numbers.get(i) - numbers.get(i - 1);
      if (step != 1 && numbers.get(i) % 1_000_000 != 1) {
        return false;
      }
    }
    return numbers.getFirst() == 1;
  }
}
