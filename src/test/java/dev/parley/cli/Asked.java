package dev.parley.cli;

import dev.parley.cli.Commands.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Commands that note that they were given, in a test.
final class Asked {
  final List<String> given = new ArrayList<>();
  private ExitCode end = ExitCode.OK;

  /// Commands that fail when they are given.
  static Commands nothing() {
    return new Asked()
        .commands(() -> {
          throw new AssertionError("no server was to be started");
        });
  }

  void ending(ExitCode code) {
    end = code;
  }

  Commands commands(LocalServer server) {
    return new Commands(
        work("serve"),
        work("migrate"),
        version -> note("rollback " + version),
        work("reseal"),
        measure -> note("eval " + measure.folder()),
        work("config check"),
        anchors -> note("audit verify " + anchors),
        work("usage rebuild"),
        server,
        name -> Set.of("md", "txt").contains(name.substring(name.lastIndexOf('.') + 1)));
  }

  private Work work(String name) {
    return () -> note(name);
  }

  private ExitCode note(String what) {
    given.add(what);
    return end;
  }
}
