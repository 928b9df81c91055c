package dev.parley.testkit;

import dev.parley.testkit.FakeProvider.Exchange;
import dev.parley.testkit.Script.Step;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;

/// One script being played to one request.
public final class Play {
  private final Vertx vertx;
  private final HttpServerResponse response;
  private final End end;
  private final Iterator<Step> steps;
  private int tokens;

  /// How it ended, with the number of tokens that were sent.
  public interface End {
    /// Everything was sent.
    void sent(int tokens);

    /// The caller's socket closed before that, or was cut by the script.
    void closedEarly(int tokens);
  }

  public Play(Vertx vertx, HttpServerResponse response, Script script, End end) {
    this.vertx = vertx;
    this.response = response;
    this.end = end;
    this.steps = script.steps().iterator();
    response.setChunked(true).setStatusCode(script.status());
    script.headers().forEach((name, value) -> response.putHeader(name, value));
    response.closeHandler(_ -> closed());
  }

  private void closed() {
    if (!response.ended()) {
      end.closedEarly(tokens);
    }
  }

  public void start() {
    next();
  }

  private void next() {
    if (response.closed()) {
      return;
    }
    if (!steps.hasNext()) {
      finish();
      return;
    }
    switch (steps.next()) {
      case Step.Send send -> {
        tokens += send.token() ? 1 : 0;
        response.write(send.bytes().copy()).onSuccess(_ -> next());
      }
      case Step.Wait wait -> {
        var _ = vertx.setTimer(Math.max(1, wait.length().toMillis()), _ -> next());
      }
      case Step.Stall _ -> response.writeHead();
      case Step.Cut _ -> response.reset();
    }
  }

  private void finish() {
    response.end().onSuccess(_ -> end.sent(tokens)).onFailure(_ -> end.closedEarly(tokens));
  }

  /// The same answer to a request that did not ask for a stream.
  static void whole(HttpServerResponse response, Script script, Exchange exchange) {
    script.headers().forEach((name, value) -> response.putHeader(name, value));
    response.setStatusCode(script.status()).putHeader("content-type", "application/json");
    var tokens = script.steps().stream().filter(s -> s instanceof Step.Send t && t.token()).count();
    if (script.status() != 200 || tokens == 0) {
      var _ = response.end(Buffer.buffer(script.bytes()));
      return;
    }
    var message = JsonObject.of("role", "assistant", "content", "t ".repeat((int) tokens));
    var choice = JsonObject.of("index", 0, "message", message, "finish_reason", "stop");
    var usage =
        JsonObject.of("prompt_tokens", 1, "completion_tokens", tokens, "total_tokens", tokens + 1);
    response
        .end(JsonObject.of("choices", JsonArray.of(choice), "usage", usage).encode())
        .onSuccess(_ -> exchange.sent().tryComplete((int) tokens));
  }
}
