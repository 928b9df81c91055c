package dev.parley.cli;

import java.util.List;
import java.util.OptionalInt;

/// What somebody typed, understood.
sealed interface Command {
  record Serve() implements Command {}

  record Migrate() implements Command {}

  record Rollback(OptionalInt version) implements Command {}

  record Reseal() implements Command {}

  record CheckConfig() implements Command {}

  record Eval(Measure measure) implements Command {}

  record RebuildUsage() implements Command {}

  record VerifyAudit(List<String> anchors) implements Command {}

  record Ingest(List<String> places) implements Command {}

  record Ask(String question, boolean json) implements Command {}

  record Search(String query, String mode, int limit) implements Command {}

  record Help() implements Command {}

  record Version() implements Command {}
}
