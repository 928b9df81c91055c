package dev.parley;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The pages in a real browser against the whole product: runs the specs of `src/main/web/e2e`,
/// once with extractive answers, once with a model that streams slowly, and once with people who
/// have to sign in.
final class BrowserIT {
  private static final long LIMIT_MINUTES = 30;
  private static final Path REPORT = Path.of("target", "browser.log");

  @Test
  void thePagesWorkInABrowser() throws IOException, InterruptedException {
    var vertx = Vertx.vertx();
    try (var product = Product.extractive();
        var slow = Product.slowModel(Product.slowProvider(vertx));
        var guarded =
            Product.guarded("TRUSTED_PROXIES", "127.0.0.1/32", "REGISTRATION", "invitation")) {
      var specs =
          new ProcessBuilder("npx", "--no-install", "playwright", "test", "--reporter=list")
              .directory(Path.of("src/main/web").toFile())
              .redirectErrorStream(true)
              .redirectOutput(REPORT.toFile());
      product.awaitManual();
      specs.environment().put("PARLEY_QUESTION", "How do I add my documents?");
      specs.environment().put("PARLEY_URL", product.url());
      specs.environment().put("PARLEY_SLOW_MODEL", slow.url());
      specs.environment().put("PARLEY_GUARDED", guarded.url());
      specs.environment().put("PARLEY_SETUP", guarded.setupToken());
      var run = specs.start();

      var ended = run.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      run.destroyForcibly();
      assertTrue(ended && run.exitValue() == 0, () -> "see test-results; " + report());
    } finally {
      var _ = vertx.close();
    }
  }

  private static String report() {
    try {
      return Files.readString(REPORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
