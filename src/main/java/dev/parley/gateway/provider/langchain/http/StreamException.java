package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.exception.LangChain4jException;
import dev.parley.gateway.spi.ProviderFailure;

/// An exchange that broke off: no connection, silence, a cut, an error inside the stream, nonsense.
public final class StreamException extends LangChain4jException {
  private static final long serialVersionUID = 1L;

  private final transient ProviderFailure failure;

  StreamException(ProviderFailure failure) {
    super(failure.detail());
    this.failure = failure;
  }

  public ProviderFailure failure() {
    return failure;
  }
}
