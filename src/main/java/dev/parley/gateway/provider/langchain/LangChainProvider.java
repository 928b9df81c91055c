package dev.parley.gateway.provider.langchain;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Translation;
import dev.parley.gateway.transport.Upstream;
import java.util.function.Consumer;

/// Answers of a vendor whose API LangChain4j speaks.
public final class LangChainProvider implements Provider {
  private final String name;
  private final Translation translation;
  private final Answers answers;

  private LangChainProvider(Upstream upstream, Vendor vendor) {
    this.name = upstream.endpoint().name();
    this.translation = new Translation(upstream.clock(), vendor.abilities());
    this.answers = new Answers(upstream, vendor);
  }

  /// @param upstream its base URL ends in the version of the API, such as `/v1`
  public static LangChainProvider anthropic(Upstream upstream) {
    return new LangChainProvider(upstream, new Anthropic(upstream.endpoint()));
  }

  /// @param upstream its base URL ends in the version of the API, such as `/v1beta`
  public static LangChainProvider gemini(Upstream upstream) {
    return new LangChainProvider(upstream, new Gemini(upstream.endpoint()));
  }

  public static LangChainProvider ollama(Upstream upstream) {
    return new LangChainProvider(upstream, new Ollama(upstream.endpoint()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean seesImages() {
    return true;
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    return answers.open(call, request, events);
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    return translation.open(this, call, request, model, events);
  }
}
