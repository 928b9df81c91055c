package dev.parley.cli;

import dev.parley.cli.process.Interruption;
import dev.parley.cli.process.Surroundings;
import dev.parley.cli.process.Terminal;
import dev.parley.cli.process.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// A command line of a test: what is typed, what is printed, and time that passes when it is waited
/// for.
final class Typed {
  final Map<String, String> environment = new HashMap<>();
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final Interruption interruption = new Interruption();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ZERO);
  private final Commands commands;
  private Runnable duringPause = () -> {};
  private String usual = "http://localhost:1";
  private boolean live;
  private int hurry = 1;

  Typed(Commands commands) {
    this.commands = commands;
  }

  /// Commands of which none does anything but `ingest`, `ask` and `search`.
  static Typed against(String url) {
    var typed = new Typed(Asked.nothing());
    typed.environment.put("PARLEY_URL", url);
    return typed;
  }

  /// As if somebody watched.
  void live() {
    live = true;
  }

  /// As if each wait took so many times as long.
  void hurry(int times) {
    hurry = times;
  }

  /// Something that happens each time the command waits.
  void duringPause(Runnable action) {
    duringPause = action;
  }

  /// Where the server of this machine is.
  void usually(String url) {
    usual = url;
  }

  ExitCode run(String... arguments) {
    var coloured = live && !environment.containsKey("NO_COLOR");
    var terminal = new Terminal(stream(out), stream(err), live, coloured);
    var around = new Surroundings(terminal, new PassingTime(), interruption);
    return new Cli(commands, environment, around, usual, "boundary-of-a-test").run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private final class PassingTime implements Time {
    @Override
    public Duration elapsed() {
      return now.get();
    }

    @Override
    public void pause(Duration wait) {
      pauses.add(wait);
      var _ = now.accumulateAndGet(wait.multipliedBy(hurry), Duration::plus);
      duringPause.run();
      LockSupport.parkNanos(1_000_000); // lets the other threads of the command and the server work
    }
  }
}
