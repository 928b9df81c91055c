package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// Writes down everything that a listener is told, also after its end.
final class Listened implements ServerSentEventListener {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();
  private final Promise<String> end = Promise.promise();
  private final BiConsumer<String, ServerSentEventContext> then;
  private volatile boolean elsewhere;

  Listened() {
    this((_, _) -> {});
  }

  /// @param then done with each event
  Listened(BiConsumer<String, ServerSentEventContext> then) {
    this.then = then;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    tell("open" + response.statusCode());
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    tell(piece(event.data()));
    then.accept(event.data(), context);
  }

  @Override
  public void onError(Throwable throwable) {
    errors.add(throwable);
    tell("error");
    end.tryComplete("error");
  }

  @Override
  public void onClose() {
    tell("close");
    end.tryComplete("close");
  }

  private static String piece(String data) {
    var from = data.indexOf("\"content\":\"");
    var text = from < 0 ? "" : data.substring(from + 11, data.indexOf('"', from + 11));
    return text.isEmpty() ? "-" : text;
  }

  private void tell(String what) {
    elsewhere |= !Context.isOnEventLoopThread();
    told.add(what);
  }

  Promise<String> end() {
    return end;
  }

  /// What was told, with spaces between.
  String line() {
    return String.join(" ", told);
  }

  Throwable error() {
    return errors.getFirst();
  }

  /// Whether something was told off the event loops.
  boolean elsewhere() {
    return elsewhere;
  }
}
