package dev.parley.gateway.wire;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.platform.http.Failure;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.OpenAiError;
import dev.parley.platform.http.RawExchange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands an answer on to its caller. On the event loop of the request.
///
/// The caller gets exactly one end: a whole body, `[DONE]`, or one error. An error after the stream
/// has begun stands in the stream and is not followed by `[DONE]`. A caller who is slow slows the
/// provider down; one who leaves ends the call. While the model thinks, comments keep the
/// connection alive.
final class Relay implements Consumer<ModelEvent> {
  private static final long PING_MS = 10_000;
  private static final String JSON = "application/json";
  private static final Buffer PING = Buffer.buffer(": ping\n\n");
  private static final Buffer DONE = Buffer.buffer("data: [DONE]\n\n");

  private final Vertx vertx;
  private final RawExchange exchange;
  private final boolean streaming;
  private final Runnable beforeHead;
  private @Nullable ModelStream stream;
  private @Nullable Buffer whole;
  private long ping = -1;
  private boolean begun;
  private boolean over;
  private boolean paused;

  /// @param beforeHead runs before the first byte of the answer, for headers
  Relay(Vertx vertx, RawExchange exchange, boolean streaming, Runnable beforeHead) {
    this.vertx = vertx;
    this.exchange = exchange;
    this.streaming = streaming;
    this.beforeHead = beforeHead;
  }

  /// Where the answer comes from; its events come after this.
  void follow(ModelStream answer) {
    stream = answer;
    exchange.onLeave(() -> {
      stop();
      answer.cancel();
    });
    if (streaming) {
      ping = vertx.setPeriodic(PING_MS, _ -> ping());
    }
  }

  @Override
  public void accept(ModelEvent event) {
    if (over) {
      return;
    }
    switch (event) {
      case ModelEvent.Bytes(var piece, var _) -> take(piece);
      case ModelEvent.Finished(var reason, var _, var _) -> finished(reason);
      case ModelEvent.Failed(var failure, var _, var _) -> failed(failure);
      case ModelEvent.Text _, ModelEvent.Thinking _, ModelEvent.ToolCall _, ModelEvent.Cited _ ->
          throw new IllegalStateException("nobody asked for text");
    }
  }

  private void take(Buffer piece) {
    if (!streaming) {
      whole = piece; // goes out when the ledger knows of it
      return;
    }
    stopPing();
    begin();
    exchange.write(piece);
    if (stream != null && exchange.full()) {
      hold(stream);
    }
  }

  private void hold(ModelStream answer) {
    if (!paused) {
      paused = true;
      answer.pause();
      exchange.onDrain(() -> {
        if (paused && !over) {
          paused = false;
          answer.resume();
        }
      });
    }
  }

  private void finished(FinishReason reason) {
    stop();
    if (reason == FinishReason.CANCELLED) {
      exchange.cut(); // whoever cancelled has left
    } else if (streaming) {
      begin();
      exchange.write(DONE);
      exchange.end();
    } else {
      beforeHead.run();
      exchange.answer(200, JSON, whole == null ? Buffer.buffer() : whole);
    }
  }

  private void failed(ProviderFailure failure) {
    stop();
    var refusal = failure.refusal();
    if (begun) {
      var error = Json.text(OpenAiError.of(WireProblem.of(failure)));
      exchange.write(Buffer.buffer("data: " + error + "\n\n"));
      exchange.end();
      return;
    }
    beforeHead.run();
    if (refusal == null) {
      exchange.fail(WireProblem.of(failure));
    } else {
      exchange.answer(refusal.status(), JSON, refusal.body());
    }
  }

  /// No more may go out, whatever still comes.
  void refuse(Failure problem) {
    if (over) {
      return;
    }
    stop();
    if (stream != null) {
      stream.cancel();
    }
    if (begun) {
      var error = Json.text(OpenAiError.of(problem));
      exchange.write(Buffer.buffer("data: " + error + "\n\n"));
      exchange.end();
    } else {
      beforeHead.run();
      exchange.fail(problem);
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      beforeHead.run();
      exchange.beginEvents();
    }
  }

  private void ping() {
    begin();
    exchange.write(PING);
  }

  private void stop() {
    over = true;
    stopPing();
  }

  private void stopPing() {
    if (ping >= 0) {
      var _ = vertx.cancelTimer(ping);
      ping = -1;
    }
  }
}
