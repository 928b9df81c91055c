package dev.parley.tools.tool;

import dev.parley.platform.http.Failure;

/// What can go wrong with tools.
public abstract sealed class ToolProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private ToolProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// There is none of this name that may be used.
  public static final class Unknown extends ToolProblem {
    private static final long serialVersionUID = 1L;

    public Unknown() {
      super(404, "tool_unknown", "There is no such tool, or it is switched off.");
    }
  }

  /// The arguments are not what the tool takes.
  public static final class BadArguments extends ToolProblem {
    private static final long serialVersionUID = 1L;

    public BadArguments(String detail) {
      super(400, "tool_arguments", detail);
    }
  }

  /// The tool is not what it was when its use was planned.
  public static final class Changed extends ToolProblem {
    private static final long serialVersionUID = 1L;

    public Changed() {
      super(409, "tool_changed", "The tool was changed meanwhile.");
    }
  }

  /// What should have answered did not, or not as it should.
  public static final class Broken extends ToolProblem {
    private static final long serialVersionUID = 1L;

    public Broken(String detail) {
      super(502, "tool_broken", detail);
    }
  }
}
