package dev.parley.platform.postgres;

import java.nio.file.Path;

/// A process with an embedded server, to be killed by a test. Prints the port, the password of the
/// administrator and the number of the server's process, or the line that tells why there is none.
final class EmbeddedPostgresChild {
  private EmbeddedPostgresChild() {}

  public static void main(String[] args) throws Exception {
    try {
      var postgres = EmbeddedPostgres.start(Path.of(args[0]));
      var settings = postgres.administrator();
      System.out.println(
          settings.port() + " " + settings.password().value() + " " + postgres.pid());
      System.in.read();
      postgres.stop();
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }
}
