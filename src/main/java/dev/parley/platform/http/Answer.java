package dev.parley.platform.http;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What an endpoint answers.
public sealed interface Answer {

  /// A record, written by [Json].
  record OfJson(int status, Object body) implements Answer {}

  /// Text that is ready.
  record OfText(int status, String contentType, String body, Map<String, String> headers)
      implements Answer {}

  /// Nothing but a status.
  record Empty(int status) implements Answer {}

  /// Server-sent events. The writer is given the open stream on the request's event loop.
  record Events(Consumer<EventStream> writer) implements Answer {}

  /// Another answer with one more header.
  record With(Answer answer, String name, String value) implements Answer {}

  /// The same answer with one more header.
  default Answer with(String name, String value) {
    return new With(this, name, value);
  }

  /// Text that may be long and comes in pieces. The next one is asked for when the one before is on
  /// its way, and nothing ends it; asked on the request's event loop.
  record Pieces(
      String contentType, Map<String, String> headers, Supplier<Future<Optional<String>>> next)
      implements Answer {}

  static Answer json(Object body) {
    return new OfJson(200, body);
  }

  static Answer created(Object body) {
    return new OfJson(201, body);
  }

  static Answer accepted(Object body) {
    return new OfJson(202, body);
  }

  static Answer noContent() {
    return new Empty(204);
  }

  /// Sends a browser elsewhere.
  static Answer redirect(String location) {
    return new Empty(303).with("Location", location);
  }

  static Answer text(String contentType, String body) {
    return new OfText(200, contentType, body, Map.of());
  }
}
