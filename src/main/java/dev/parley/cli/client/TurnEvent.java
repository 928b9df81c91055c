package dev.parley.cli.client;

import dev.parley.platform.http.Json;
import java.util.Objects;
import java.util.UUID;

/// What happens in a turn, as far as a terminal shows it.
public sealed interface TurnEvent {
  /// The first event.
  record Started(UUID turnId, UUID conversationId) implements TurnEvent {}

  /// Another server begins the answer again, because the first one died.
  record Restarted() implements TurnEvent {}

  /// What is being done now: `searching`, `writing`.
  record Status(String phase) implements TurnEvent {}

  /// The next piece of the answer.
  record Delta(String text) implements TurnEvent {
    public Delta {
      text = Objects.requireNonNullElse(text, "");
    }
  }

  /// Stands before the delta that holds its number.
  record Cited(Citation citation) implements TurnEvent {}

  /// The answer is whole, unless `finishReason` is not `stop`.
  record Completed(String finishReason) implements TurnEvent {
    public Completed {
      finishReason = Objects.requireNonNullElse(finishReason, "stop");
    }
  }

  /// There is no answer, or only part of one.
  ///
  /// @param words the server's
  record Failed(String words) implements TurnEvent {}

  /// Somebody stopped it.
  record Cancelled() implements TurnEvent {}

  /// Something that needs no telling here.
  record Other() implements TurnEvent {}

  /// Whether no event follows.
  default boolean last() {
    return this instanceof Completed || this instanceof Failed || this instanceof Cancelled;
  }

  /// Throws [dev.parley.platform.http.HttpProblem.Unreadable] for data that does not fit the name.
  static TurnEvent of(SseFrame event) {
    return switch (event.name()) {
      case "started" -> read(event, Started.class);
      case "attempt" -> new Restarted();
      case "status" -> read(event, Status.class);
      case "delta" -> read(event, Delta.class);
      case "citation" -> read(event, Cited.class);
      case "completed" -> read(event, Completed.class);
      case "failed" -> new Failed(Refusal.words(read(event, Refusal.OfTurn.class).problem()));
      case "cancelled" -> new Cancelled();
      default -> new Other();
    };
  }

  private static <T> T read(SseFrame event, Class<T> type) {
    return Json.readForeign(event.line(), type);
  }
}
