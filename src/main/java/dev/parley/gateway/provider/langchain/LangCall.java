package dev.parley.gateway.provider.langchain;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.parley.gateway.provider.langchain.http.StreamExchange;
import dev.parley.gateway.provider.langchain.http.Watch;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.TokenEstimate;
import dev.parley.gateway.spi.ToolPieces;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer on its way. LangChain4j tells what it says, the exchange below LangChain4j how it
/// ends. Everything but [#cancel] happens on the event loop it was opened on.
final class LangCall implements ModelStream, Watch {
  private static final Log LOG = Log.of(LangCall.class);
  private static final String NOTHING = "{}";

  private final Context context;
  private final ModelRequest request;
  private final Consumer<ModelEvent> events;
  private final ToolPieces tools = new ToolPieces();
  private final Set<Integer> empty = new HashSet<>();
  private @Nullable StreamExchange exchange;
  private @Nullable Counted counted;
  private boolean accepted;
  private long pieces;
  private long characters;
  private boolean ended;
  private volatile boolean cancelled;

  LangCall(Context context, ModelRequest request, Consumer<ModelEvent> events) {
    this.context = context;
    this.request = request;
    this.events = events;
  }

  StreamingChatResponseHandler handler() {
    return new Said();
  }

  /// There will be no exchange: nothing was sent.
  void refuse(ProviderFailure failure) {
    context.runOnContext(_ -> end(new ModelEvent.Failed(failure, Usage.of(0, 0))));
  }

  @Override
  public void began(StreamExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void accepted() {
    accepted = true;
  }

  @Override
  public void counted(Counted usage) {
    counted = usage;
  }

  @Override
  public void finished(FinishReason reason) {
    end(new ModelEvent.Finished(reason, counted == null ? estimate() : counted));
  }

  @Override
  public void failed(ProviderFailure failure) {
    end(new ModelEvent.Failed(failure, soFar()));
  }

  @Override
  public Usage used() {
    return soFar().usage();
  }

  /// The provider's count, or ours where it gave none or stopped counting at the beginning.
  private Counted soFar() {
    if (counted == null) {
      return accepted ? estimate() : Counted.byUs(Usage.estimate(0, 0));
    }
    var usage = counted.usage();
    var written = Math.max(pieces, TokenEstimate.ofLength(characters));
    if (usage.totalOutput() >= written) {
      return counted;
    }
    var more = new Usage(usage.input(), usage.cacheRead(), usage.cacheWrite(), written, 0, true);
    return new Counted(more, counted.raw());
  }

  private Counted estimate() {
    var written = Math.max(pieces, TokenEstimate.ofLength(characters));
    return Counted.byUs(Usage.estimate(TokenEstimate.of(request), written));
  }

  @Override
  public void pause() {
    if (exchange != null) {
      exchange.pause();
    }
  }

  @Override
  public void resume() {
    if (exchange != null) {
      exchange.resume();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> {
      if (exchange != null) {
        exchange.cancel();
      }
      end(asCancelled());
    });
  }

  private ModelEvent asCancelled() {
    return new ModelEvent.Finished(FinishReason.CANCELLED, soFar());
  }

  private void say(ModelEvent piece, int length) {
    if (!ended && !cancelled) {
      pieces++;
      characters += length;
      tell(piece);
    }
  }

  private void end(ModelEvent last) {
    if (!ended) {
      ended = true;
      tell(cancelled ? asCancelled() : last);
    }
  }

  private void tell(ModelEvent event) {
    try {
      events.accept(event);
    } catch (RuntimeException e) {
      LOG.error("a listener of an answer failed", e);
      if (exchange != null) {
        exchange.cancel();
      }
      failed(ProviderFailure.of(Kind.INTERRUPTED, "the answer could not be handed on"));
    }
  }

  /// What LangChain4j reads from the events of the exchange.
  private final class Said implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String text) {
      say(new ModelEvent.Text(text), text.length());
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
      say(new ModelEvent.Thinking(thinking.text()), thinking.text().length());
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
      use(call.index(), call.id(), call.name(), call.partialArguments());
    }

    /// Two of three tell nothing of a call before it is whole.
    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
      if (!tools.hasBegun(call.index())) {
        var whole = call.toolExecutionRequest();
        use(call.index(), whole.id(), whole.name(), whole.arguments());
      }
    }

    private void use(int index, @Nullable String id, String name, @Nullable String arguments) {
      var text = arguments == null ? "" : arguments;
      if (text.equals(NOTHING) && !empty.add(index)) {
        return; // LangChain4j tells of no arguments, also after the provider has
      }
      tools
          .piece(index, id == null ? "" : id, name, text)
          .ifPresent(piece -> say(piece, text.length()));
    }

    /// The exchange tells it, with what it knows of the count and the reason.
    @Override
    public void onCompleteResponse(ChatResponse response) {}

    /// The exchange tells it, with what it knows of the failure.
    @Override
    public void onError(Throwable error) {}
  }
}
