package dev.parley;

import dev.parley.cli.Cli;
import dev.parley.cli.Commands;
import dev.parley.cli.ExitCode;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Shutdown;
import dev.parley.platform.observe.Logging;
import dev.parley.retrieval.Retrieval;
import java.time.InstantSource;

/// The process: reads the command line, and does what it says.
public final class Main {
  private Main() {}

  /// Runs one command; without any, the server.
  public static void main(String[] args) {
    Logging.outlastShutdown();
    var clock = InstantSource.system();
    var local = new LocalCommands(clock);
    var commands =
        new Commands(
            local::serve,
            local::migrate,
            local::rollback,
            local::reseal,
            local::eval,
            local::checkConfig,
            local::verifyAudit,
            local::rebuildUsage,
            local::lend,
            Retrieval::reads);
    ExitCode end = Cli.ofProcess(commands, new Ids(clock)).run(args);
    Shutdown.exit(end.number());
  }
}
