package dev.parley.gateway.provider.langchain.http;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.platform.http.SseDecoder;

/// Makes events of the bytes of a stream.
interface Reading {

  void bytes(byte[] piece);

  /// No more bytes come.
  void end();

  /// Nobody wants the rest.
  default void stop() {}

  /// Who takes the events.
  interface Sink {
    /// @param data holds the event until this method returns
    /// @return whether the rest of the stream is wanted
    boolean event(String name, byte[] data, int length);

    /// The stream has ended.
    void over();

    void failed(ProviderFailure failure);
  }

  /// Server-sent events, as they come.
  final class Events implements Reading {
    private final Sink sink;
    private final SseDecoder decoder;

    Events(Sink sink) {
      this.sink = sink;
      this.decoder = new SseDecoder(sink::event);
    }

    @Override
    public void bytes(byte[] piece) {
      try {
        var _ = decoder.push(piece);
      } catch (SseDecoder.TooLong _) {
        sink.failed(tooLong());
      }
    }

    @Override
    public void end() {
      sink.over();
    }
  }

  /// Lines of JSON, as they come.
  final class Lines implements Reading {
    private final Sink sink;
    private final LineDecoder decoder;

    Lines(Sink sink) {
      this.sink = sink;
      this.decoder = new LineDecoder(line -> sink.event("", line, line.length));
    }

    @Override
    public void bytes(byte[] piece) {
      if (!decoder.push(piece)) {
        sink.failed(tooLong());
      }
    }

    @Override
    public void end() {
      sink.over();
    }
  }

  private static ProviderFailure tooLong() {
    return ProviderFailure.of(Kind.MALFORMED, "an event of the stream is longer than any may be");
  }
}
