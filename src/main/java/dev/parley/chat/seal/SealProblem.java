package dev.parley.chat.seal;

import dev.parley.platform.http.Failure;

/// What can go wrong with stored texts.
public abstract sealed class SealProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private SealProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// A text cannot be opened. The log says which, and why.
  public static final class Unreadable extends SealProblem {
    private static final long serialVersionUID = 1L;

    public Unreadable() {
      super(
          500,
          "sealed_text_unreadable",
          "What is stored of this conversation cannot be opened with the keys that this server has."
              + " Ask an administrator to put the missing key back into ENCRYPTION_KEY.");
    }
  }
}
