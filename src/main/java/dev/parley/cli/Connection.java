package dev.parley.cli;

import dev.parley.cli.client.Server;
import dev.parley.cli.process.CliProblem.WrongSetting;
import dev.parley.cli.process.Interruption.Wish;
import dev.parley.cli.process.Surroundings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The server that a command talks to, and what has to be put away afterwards.
final class Connection implements AutoCloseable {
  private final Server server;
  private final Wish interrupted;
  private final Runnable stop;

  private Connection(Server server, Surroundings around, Runnable stop) {
    this.server = server;
    this.stop = once(stop);
    this.interrupted = around.interruption().wish(this.stop);
  }

  /// Finds the server of `PARLEY_URL`, or the one of this machine, or starts one.
  ///
  /// @param usual where the server of this machine is
  /// @param boundary a text that stands in no file
  static Connection open(
      Map<String, String> environment,
      Surroundings around,
      LocalServer local,
      String usual,
      String boundary) {
    var key = key(environment);
    var given = environment.getOrDefault("PARLEY_URL", "");
    var base = base(given.isBlank() ? usual : given.strip());
    var server = Server.at(base, key, around.time(), boundary);
    if (!given.isBlank() || server.listens()) {
      return new Connection(server, around, () -> {});
    }
    server.close();
    around.terminal().note("No server runs at " + base + ": starting one for this command.");
    var running = local.start();
    return new Connection(
        Server.at(running.base(), key, around.time(), boundary), around, running.stop());
  }

  Server server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    interrupted.close();
    stop.run();
  }

  private static Runnable once(Runnable action) {
    var done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private static Optional<String> key(Map<String, String> environment) {
    var key = environment.getOrDefault("PARLEY_KEY", "").strip();
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new WrongSetting("PARLEY_KEY holds characters that no key has.");
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  private static URI base(String text) {
    try {
      var uri = new URI(text.replaceFirst("/+$", ""));
      var http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // told below
    }
    throw new WrongSetting("PARLEY_URL is no address of a server: " + text);
  }
}
