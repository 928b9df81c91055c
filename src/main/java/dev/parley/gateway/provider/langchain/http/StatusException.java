package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.exception.HttpException;
import dev.parley.gateway.spi.ProviderFailure;

/// An answer with another status than 2xx. Unlike its parent it keeps what the headers say, such as
/// how long to wait.
public final class StatusException extends HttpException {
  private static final long serialVersionUID = 1L;

  private final transient ProviderFailure failure;

  StatusException(int status, ProviderFailure failure) {
    super(status, failure.detail());
    this.failure = failure;
  }

  public ProviderFailure failure() {
    return failure;
  }
}
