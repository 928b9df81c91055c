package dev.parley.api;

import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Looks every few seconds whether those who read a stream still may: who was signed out meanwhile
/// reads nothing more.
final class ReadersVerticle extends VerticleBase {
  private static final long LOOK_MS = 2_500;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final OpenStreams streams;
  private final ApiParts parts;

  ReadersVerticle(OpenStreams streams, ApiParts parts) {
    this.streams = streams;
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(LOOK_MS, _ -> streams.endOf(this::mayRead));
    return Future.succeededFuture();
  }

  private Future<Boolean> mayRead(Caller caller) {
    return parts.callers().goesOn("readers", Deadline.after(parts.clock(), LIMIT), caller);
  }
}
