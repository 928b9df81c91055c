package dev.parley.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// What the command line cannot do by talking to a server: the process does it itself.
///
/// Each may throw [dev.parley.platform.config.WrongConfiguration], which is told line by line, and
/// any other exception, whose message is.
///
/// @param serve runs the server until it is stopped
/// @param migrate brings the database to the newest version
/// @param reseal seals anew what older keys have sealed
/// @param checkConfig looks for faults and does nothing else
/// @param verifyAudit checks the audit log of every workspace
/// @param rebuildUsage makes the sums of usage anew from the ledger
/// @param server lends a server where none runs
/// @param readable whether Parley reads files of this name
public record Commands(
    Work serve,
    Work migrate,
    Rollback rollback,
    Work reseal,
    Eval eval,
    Work checkConfig,
    VerifyAudit verifyAudit,
    Work rebuildUsage,
    LocalServer server,
    Predicate<String> readable) {

  /// Something that takes no arguments.
  @FunctionalInterface
  public interface Work {
    ExitCode run();
  }

  /// Takes the database back.
  @FunctionalInterface
  public interface Rollback {
    /// @param version the one to go back to; empty for the one before the newest
    ExitCode run(OptionalInt version);
  }

  /// Checks that the audit log is as it was written.
  @FunctionalInterface
  public interface VerifyAudit {
    /// @param anchors `<workspace>/<seq>:<hash>`, as in the lines `audit anchor` of the server's
    ///   log
    ExitCode run(List<String> anchors);
  }

  /// Measures retrieval on questions with known answers.
  @FunctionalInterface
  public interface Eval {
    ExitCode run(Measure measure);
  }
}
