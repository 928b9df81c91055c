package dev.parley.gateway.provider.openai;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.TokenEstimate;
import dev.parley.gateway.spi.ToolPieces;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.SseDecoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Makes an answer of the bytes of a stream, wherever they are cut. For one thread at a time.
final class Reply {
  private static final long LONGEST = 16 << 20;
  private static final String DONE = "[DONE]";

  private final Asked asked;
  private final Reader reader;
  private final SseDecoder decoder = new SseDecoder((_, data, length) -> event(data, length));
  private final ToolPieces tools = new ToolPieces();
  private boolean begun;
  private long received;
  private long pieces;
  private long characters;
  private @Nullable Counted counted;
  private @Nullable FinishReason finish;

  /// Who follows the answer. None of the methods is called once [#wanted] says false.
  interface Reader {
    /// Something of the stream's own came, if only a sign of life.
    void alive();

    /// The model has begun to write, or to think aloud.
    void token();

    /// The next piece of the answer in the form of texts: words, thoughts, tool calls.
    void said(ModelEvent piece);

    /// An event is to be handed on as it is.
    ///
    /// @param data holds the event until this method returns
    void event(byte[] data, int length);

    /// The provider has said why the answer ended; only its count may follow.
    void finishing();

    /// Nothing follows.
    void over();

    void failed(ProviderFailure failure);

    boolean wanted();
  }

  Reply(Asked asked, Reader reader) {
    this.asked = asked;
    this.reader = reader;
  }

  /// The provider has taken the request and answers, so that what it read counts.
  void begin() {
    begun = true;
  }

  void push(byte[] bytes) {
    received += bytes.length;
    if (received > LONGEST) {
      reader.failed(malformed("the answer is longer than any may be"));
      return;
    }
    try {
      var _ = decoder.push(bytes);
    } catch (SseDecoder.TooLong _) {
      reader.failed(malformed("an event of the stream is longer than any may be"));
    }
  }

  private boolean event(byte[] data, int length) {
    if (!reader.wanted()) {
      return false;
    }
    reader.alive();
    if (isDone(data, length)) {
      reader.over();
      return false;
    }
    try {
      var chunk = Chunk.of(data, length);
      if (asked.asBytes()) {
        pass(chunk, data, length);
      } else {
        take(chunk);
      }
    } catch (IOException _) {
      reader.failed(malformed("an event of the stream is not JSON"));
    }
    return reader.wanted();
  }

  private static boolean isDone(byte[] data, int length) {
    if (length != DONE.length()) {
      return false;
    }
    for (var i = 0; i < length; i++) {
      if (data[i] != DONE.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void take(Chunk chunk) {
    if (chunk.failure() != null) {
      reader.failed(chunk.failure());
      return;
    }
    if (chunk.usage() != null) {
      counted = chunk.usage();
    }
    if (finish == null) {
      takeText(chunk);
    }
  }

  private void takeText(Chunk chunk) {
    count(chunk);
    if (!chunk.thinking().isEmpty()) {
      reader.said(new ModelEvent.Thinking(chunk.thinking()));
    }
    if (!chunk.text().isEmpty() && reader.wanted()) {
      reader.said(new ModelEvent.Text(chunk.text()));
    }
    for (var tool : chunk.tools()) {
      if (reader.wanted()) {
        tools
            .piece(tool.index(), tool.id(), tool.name(), tool.argumentsDelta())
            .ifPresent(reader::said);
      }
    }
    if (chunk.finish() != null && reader.wanted()) {
      finish = chunk.finish();
      reader.finishing();
    }
  }

  /// With several choices, others may go on after one has finished: the end of the stream tells.
  private void pass(Chunk chunk, byte[] data, int length) {
    if (chunk.failure() != null) {
      reader.failed(chunk.failure());
      return;
    }
    if (chunk.usage() != null) {
      counted = chunk.usage();
    }
    if (chunk.finish() != null) {
      finish = chunk.finish();
    }
    count(chunk);
    if (!chunk.onlyCount() || asked.wantsUsage()) {
      reader.event(data, length);
    }
  }

  private void count(Chunk chunk) {
    if (chunk.begun()) {
      pieces++;
      characters += chunk.written();
      reader.token();
    }
  }

  boolean hasText() {
    return pieces > 0;
  }

  @Nullable FinishReason finish() {
    return finish;
  }

  /// The provider's count of an answer that came in one piece.
  void counted(@Nullable Counted usage) {
    counted = usage;
  }

  /// The provider's count, or ours where it gave none: most send one token a piece, some several.
  Counted usage() {
    if (counted != null) {
      return counted;
    }
    if (!begun) {
      return Counted.byUs(Usage.estimate(0, 0));
    }
    var output = Math.max(pieces, TokenEstimate.ofLength(characters));
    return Counted.byUs(Usage.estimate(asked.inputTokens(), output));
  }

  private static ProviderFailure malformed(String detail) {
    return ProviderFailure.of(Kind.MALFORMED, detail);
  }
}
