package dev.parley.retrieval.ingest;

import dev.parley.platform.http.Failure;

/// An address gave no file.
public abstract sealed class FetchProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private FetchProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// The server there answered with an error.
  public static final class NoPage extends FetchProblem {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERROR = 500;

    /// @param answered status of the foreign server
    public NoPage(int answered) {
      super(
          answered >= SERVER_ERROR ? 503 : 422,
          "fetch_failed",
          "The address answered with status " + answered + " instead of a page.");
    }
  }
}
