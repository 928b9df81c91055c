package dev.parley.platform.http;

import io.vertx.core.Future;

/// Answers one operation. Called on an event loop: it must not block. A failed future, or an
/// exception, that is a [Problem] becomes that problem's answer; anything else becomes a 500.
@FunctionalInterface
public interface Endpoint {
  Future<Answer> handle(Request request);
}
