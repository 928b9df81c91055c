package dev.parley.gateway.provider.onnx;

import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.testkit.Calls;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.TimeUnit;

/// A process that is told to end and still embeds in a shutdown hook, as answers do that are being
/// written.
final class EmbedAtTheEnd {
  private static final int ROUNDS = 20;
  private static final int TEXTS = 8;

  private EmbedAtTheEnd() {}

  public static void main(String[] args) throws Exception {
    var embedder = new OnnxEmbedder(InstantSource.system(), 1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> embed(embedder), "stop"));
    System.exit(0);
  }

  private static void embed(OnnxEmbedder embedder) {
    try {
      for (var round = 0; round < ROUNDS; round++) {
        var _ =
            embedder
                .embed(Calls.any(), Collections.nCopies(TEXTS, "one more answer"), Urgency.QUESTION)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
      }
      embedder.close();
      System.out.println("embedded to the end");
    } catch (Exception e) {
      System.out.println("failed: " + e);
    }
  }
}
