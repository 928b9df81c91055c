package dev.parley.cli;

/// How a command ended, for the shell.
public enum ExitCode {
  OK(0),
  FAILED(1),
  /// The command line is not one that Parley knows.
  WRONG_USE(2),
  /// `EX_CONFIG` of sysexits: a service manager need not try again.
  WRONG_CONFIGURATION(78);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
