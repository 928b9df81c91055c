package dev.parley.identity.oidc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// An OpenID provider in a process of its own, as `src/test/oidc/provider.mjs` sets it up.
final class TestProvider implements AutoCloseable {
  static final String SECRET = "a secret: of the client & 100% its own";

  private final Process process;

  private TestProvider(Process process) {
    this.process = process;
  }

  /// Starts it on a port of this machine; returns when it answers.
  static TestProvider start(int port, String redirectUri) {
    try {
      var process =
          new ProcessBuilder(
                  "scripts/test-node.sh",
                  "src/test/oidc",
                  "provider.mjs",
                  Integer.toString(port),
                  redirectUri)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("ready")) {
          return new TestProvider(process);
        }
      }
      throw new AssertionError("the provider did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
