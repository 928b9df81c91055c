package dev.parley.gateway.provider.langchain.http;

import dev.parley.gateway.spi.ProviderFailure;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One API's way of streaming, as far as LangChain4j does not look: where an answer begins and
/// ends, what it counts, how it fails. One for each exchange, on its event loop.
public interface Wire {

  /// Whether events are lines of JSON in place of server-sent events.
  boolean lines();

  /// Reads one event. Throws [IOException] when it is not what the API promises.
  ///
  /// @param name the event's name; empty when it has none
  /// @param data holds the event, UTF-8, until this method returns
  /// @param length how many bytes of `data` count
  Sign read(String name, byte[] data, int length) throws IOException;

  /// What an answer with another status than 2xx says.
  ProviderFailure refused(int status, byte[] body, @Nullable Duration retryAfter);

  /// What a body of status 200 says that is JSON but no stream.
  ProviderFailure unstreamed(byte[] body);
}
