package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Counted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one event of a stream says.
///
/// @param events what LangChain4j is given of it, in forms that it reads well
/// @param content whether the model shows anything: text, thoughts, a call of a tool
/// @param finish why the answer ended, when it did; a count may follow
/// @param over whether nothing follows
/// @param usage the provider's count so far, when it is given
/// @param failure what went wrong, when the provider says so inside the stream
public record Sign(
    List<ServerSentEvent> events,
    boolean content,
    @Nullable FinishReason finish,
    boolean over,
    @Nullable Counted usage,
    @Nullable ProviderFailure failure) {

  /// The provider reports an error.
  public static Sign failed(ProviderFailure failure) {
    return new Sign(List.of(), false, null, false, null, failure);
  }
}
