package dev.parley.api;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.RawEndpoint;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/// Answers the operations whose bodies are handed on as bytes: reads the body, bounded in size and
/// time, and passes by whatever the contract checks.
final class RawRequests implements Handler<RoutingContext> {
  private final Map<String, RawEndpoint> endpoints;
  private final long limit;
  private final long patienceMs;

  /// @param limit bytes a body may have
  RawRequests(Map<String, RawEndpoint> endpoints, long limit, Duration patience) {
    this.endpoints = endpoints;
    this.limit = limit;
    this.patienceMs = patience.toMillis();
  }

  @Override
  public void handle(RoutingContext context) {
    var endpoint = endpoints.get(Entry.operationId(context));
    if (endpoint == null) {
      context.next();
    } else {
      new Body(context, endpoint).read();
    }
  }

  /// The body of one request while it arrives.
  private final class Body {
    private final RoutingContext context;
    private final RawEndpoint endpoint;
    private final Buffer whole = Buffer.buffer();
    private boolean over;
    private long timer = -1;

    Body(RoutingContext context, RawEndpoint endpoint) {
      this.context = context;
      this.endpoint = endpoint;
    }

    void read() {
      var request = context.request();
      request.exceptionHandler(_ -> stop());
      request.handler(this::take);
      request.endHandler(_ -> complete());
      if (!request.isEnded()) {
        timer = context.vertx().setTimer(patienceMs, _ -> fail(new HttpProblem.TooSlow(TOO_SLOW)));
      }
    }

    private void take(Buffer piece) {
      if (over) {
        return;
      }
      if (whole.length() + piece.length() > limit) {
        fail(new HttpProblem.TooLarge(limit));
      } else {
        whole.appendBuffer(piece);
      }
    }

    private void complete() {
      if (over) {
        return;
      }
      stop();
      try {
        endpoint.handle(new RawAnswer(context, whole));
      } catch (RuntimeException e) {
        context.fail(e);
      }
    }

    private void fail(HttpProblem problem) {
      if (!over) {
        stop();
        context.fail(problem);
      }
    }

    private void stop() {
      over = true;
      if (timer >= 0) {
        context.vertx().cancelTimer(timer);
      }
    }
  }

  private static final String TOO_SLOW = "The body did not arrive in time.";
}
