package dev.parley.retrieval.source.intake;

import dev.parley.retrieval.source.kept.Run.Limit;

/// Why a run ends before everything was seen.
public abstract sealed class EndOfTrip extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EndOfTrip(String message) {
    super(message, null, false, false);
  }

  /// A limit of the source was reached.
  public static final class Reached extends EndOfTrip {
    private static final long serialVersionUID = 1L;
    private final Limit limit;

    public Reached(Limit limit) {
      super("the limit was reached: " + limit);
      this.limit = limit;
    }

    public Limit limit() {
      return limit;
    }
  }

  /// It makes no sense to go on.
  public static final class Failed extends EndOfTrip {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String detail;

    /// @param code stable name of the reason
    /// @param detail a sentence for people
    public Failed(String code, String detail) {
      super(code + ": " + detail);
      this.code = code;
      this.detail = detail;
    }

    public String code() {
      return code;
    }

    public String detail() {
      return detail;
    }
  }

  /// Somebody wants it to end; [Control#wish] says why.
  public static final class Asked extends EndOfTrip {
    private static final long serialVersionUID = 1L;

    Asked() {
      super("asked to end");
    }
  }
}
