package dev.parley.gateway.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.testkit.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Streams as different servers write them, and the events we must make of them.
final class ReplyTest {
  private static final Path STREAMS = Path.of("src/test/resources/streams");
  private static final ModelRequest QUESTION =
      new ModelRequest("m", "", List.of(ModelMessage.user("hi?!")), List.of(), 100, 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai",
        "azure",
        "openrouter",
        "vllm",
        "groq",
        "xai",
        "ollama",
        "llamacpp",
        "error-inside",
        "no-finish",
        "many-lines",
        "tools"
      })
  void readsTheSameAnswerWhereverTheBytesAreCut(String name) throws IOException {
    var bytes = Files.readAllBytes(STREAMS.resolve(name + ".sse"));
    var expected = Files.readString(STREAMS.resolve(name + ".expected")).strip();

    for (var cut = 0; cut <= bytes.length; cut++) {
      var before = Arrays.copyOfRange(bytes, 0, cut);
      var after = Arrays.copyOfRange(bytes, cut, bytes.length);

      assertEquals(expected, read(List.of(before, after)), "cut at " + cut);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "azure", "openrouter", "many-lines"})
  void readsTheSameAnswerByteByByte(String name) throws IOException {
    var bytes = Files.readAllBytes(STREAMS.resolve(name + ".sse"));
    var pieces = new ArrayList<byte[]>();
    for (var b : bytes) {
      pieces.add(new byte[] {b});
    }

    var expected = Files.readString(STREAMS.resolve(name + ".expected")).strip();
    assertEquals(expected, read(pieces));
  }

  private static String read(List<byte[]> pieces) {
    var reader = new Collected();
    reader.reply.begin();
    for (var piece : pieces) {
      if (reader.wanted()) {
        reader.reply.push(piece);
      }
    }
    if (reader.wanted()) {
      reader.over();
    }
    return Told.line(reader.events);
  }

  /// Ends an answer as the call does.
  private static final class Collected implements Reply.Reader {
    private final List<ModelEvent> events = new ArrayList<>();
    private final Reply reply = new Reply(Asked.of(QUESTION), this);
    private boolean ended;

    @Override
    public void alive() {}

    @Override
    public void token() {}

    @Override
    public void said(ModelEvent piece) {
      events.add(piece);
    }

    @Override
    public void event(byte[] data, int length) {}

    @Override
    public void finishing() {}

    @Override
    public void over() {
      var reason = reply.finish();
      if (reason == null) {
        failed(ProviderFailure.of(Kind.INTERRUPTED, ""));
      } else {
        end(new ModelEvent.Finished(reason, reply.usage()));
      }
    }

    @Override
    public void failed(ProviderFailure failure) {
      end(new ModelEvent.Failed(failure, reply.usage()));
    }

    private void end(ModelEvent last) {
      ended = true;
      events.add(last);
    }

    @Override
    public boolean wanted() {
      return !ended;
    }
  }
}
