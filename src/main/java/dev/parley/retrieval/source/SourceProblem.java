package dev.parley.retrieval.source;

import dev.parley.platform.http.Failure;

/// What can go wrong with sources.
abstract sealed class SourceProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private SourceProblem(String code, String detail) {
    super(409, code, detail);
  }

  /// One run at a time.
  static final class Running extends SourceProblem {
    private static final long serialVersionUID = 1L;

    Running() {
      super(
          "source_running",
          "The source is being gone through already. Wait for the end, or stop it.");
    }
  }

  /// There is no room for another one.
  static final class TooMany extends SourceProblem {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too_many_sources", "A workspace can have 200 sources.");
    }
  }
}
