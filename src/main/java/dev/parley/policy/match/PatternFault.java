package dev.parley.policy.match;

/// A pattern that cannot be used, and why, in words for its author.
public final class PatternFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PatternFault(String why) {
    super(why, null, false, false);
  }

  /// What is wrong; follows "the pattern".
  public String why() {
    return String.valueOf(getMessage());
  }
}
