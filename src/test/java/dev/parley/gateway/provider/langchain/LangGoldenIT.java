package dev.parley.gateway.provider.langchain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams as the providers' APIs describe them, and the events we must make of them.
final class LangGoldenIT {
  private static final Path STREAMS = Path.of("src/test/resources/streams");
  private static final int STEP = 7;
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE = FakeProvider.start(VERTX);
  private static final LoopClients LOOPS = new LoopClients(VERTX, Duration.ofSeconds(15), 100);

  @AfterAll
  static void close() {
    FAKE.close();
    Await.end(LOOPS.close());
    Await.end(VERTX.close());
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC, anthropic-thinking.sse",
    "ANTHROPIC, anthropic-tools.sse",
    "ANTHROPIC, anthropic-error.sse",
    "GEMINI, gemini-thinking.sse",
    "GEMINI, gemini-tools.sse",
    "GEMINI, gemini-signed.sse",
    "OLLAMA, ollama-thinking.ndjson",
    "OLLAMA, ollama-tools.ndjson"
  })
  void readsTheSameAnswerWhereverTheBytesAreCut(Vendors vendor, String file) throws IOException {
    var bytes = Files.readAllBytes(STREAMS.resolve(file));
    var golden = STREAMS.resolve(file.substring(0, file.indexOf('.')) + ".expected");
    var expected = Files.readString(golden).strip();
    var provider = vendor.patient(VERTX, LOOPS, FAKE);

    for (var cut = 1; cut < bytes.length; cut += STEP) {
      var before = Arrays.copyOfRange(bytes, 0, cut);
      var after = Arrays.copyOfRange(bytes, cut, bytes.length);

      assertEquals(expected, read(provider, file, before, after), "cut at " + cut);
    }
    var single = new byte[bytes.length][];
    for (var i = 0; i < bytes.length; i++) {
      single[i] = new byte[] {bytes[i]};
    }
    assertEquals(expected, read(provider, file, single), "byte by byte");
  }

  private static String read(Provider provider, String file, byte[]... pieces) {
    var type = file.endsWith("json") ? "application/x-ndjson" : "text/event-stream";
    var script = Script.empty().header("content-type", type);
    for (var piece : pieces) {
      var _ = script.raw(piece);
    }
    FAKE.then(script);
    var heard = Heard.of(VERTX, provider, Vendors.QUESTION);
    var _ = heard.end();
    return Told.line(heard.events());
  }
}
