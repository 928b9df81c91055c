package dev.parley.gateway.provider.langchain;

import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.parley.call.Call;
import dev.parley.gateway.provider.langchain.http.VertxHttpClients;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.Upstream;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import java.util.function.Consumer;

/// Opens answers of one provider. The parts of LangChain4j are made anew for each: they are small,
/// and so the client that a model is given knows the answer it works for.
final class Answers {
  private static final Log LOG = Log.of(Answers.class);

  private final Upstream upstream;
  private final VertxHttpClients clients;
  private final Vendor vendor;

  Answers(Upstream upstream, Vendor vendor) {
    this.upstream = upstream;
    this.vendor = vendor;
    this.clients =
        new VertxHttpClients(
            upstream.vertx(),
            upstream.clients(),
            upstream.endpoint().timeouts(),
            vendor::wire,
            upstream.clock());
  }

  ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    if (!Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an answer is opened on the event loop that hears it");
    }
    var answer = new LangCall(upstream.vertx().getOrCreateContext(), request, events);
    var total = upstream.endpoint().timeouts().total(call, upstream.clock());
    var http = clients.watched(total, upstream.address().find(call), call.trace(), answer);
    try {
      vendor.model(http, request).chat(vendor.request(request), answer.handler());
    } catch (UnsupportedFeatureException e) {
      answer.refuse(new Refused(0, "unsupported", message(e)).as(Kind.REJECTED, null));
    } catch (RuntimeException e) {
      LOG.warning(call, "a request could not be written", "cause", e.getClass().getSimpleName());
      var refused = new Refused(0, "unreadable", "The request could not be read.");
      answer.refuse(refused.as(Kind.REJECTED, null));
    }
    return answer;
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
