package dev.parley.gateway.spi;

/// Why texts could not be turned into vectors.
public sealed class EmbeddingProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EmbeddingProblem(String message) {
    super(message, null, false, false);
  }

  /// More is waiting than may wait; trying again later helps.
  public static final class Busy extends EmbeddingProblem {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("too many texts are waiting to be embedded");
    }
  }

  /// The call's deadline passed before its turn came.
  public static final class TooLate extends EmbeddingProblem {
    private static final long serialVersionUID = 1L;

    public TooLate() {
      super("the deadline passed before the text was embedded");
    }
  }

  /// The embedder is shutting down.
  public static final class Closed extends EmbeddingProblem {
    private static final long serialVersionUID = 1L;

    public Closed() {
      super("the embedder is closed");
    }
  }

  /// The model itself failed.
  public static final class Broken extends EmbeddingProblem {
    private static final long serialVersionUID = 1L;

    public Broken(String detail) {
      super("the embedding model failed: " + detail);
    }
  }
}
