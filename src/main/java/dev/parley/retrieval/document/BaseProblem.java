package dev.parley.retrieval.document;

import dev.parley.platform.http.Failure;

/// What can go wrong with knowledge bases.
public abstract sealed class BaseProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private BaseProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// There is none, or the caller may not know of it.
  public static final class Unknown extends BaseProblem {
    private static final long serialVersionUID = 1L;

    public Unknown() {
      super(404, "base_unknown", "There is no such knowledge base.");
    }
  }

  /// The caller may read its documents and not change them.
  public static final class ReadOnly extends BaseProblem {
    private static final long serialVersionUID = 1L;

    public ReadOnly() {
      super(403, "base_read_only", "You may read this knowledge base, and not change it.");
    }
  }

  /// The conversation has as many documents as it may have.
  public static final class ConversationFull extends BaseProblem {
    private static final long serialVersionUID = 1L;

    public ConversationFull(int most) {
      super(409, "documents_full", "A conversation holds at most " + most + " documents.");
    }
  }

  /// The workspace has as many as it may have.
  public static final class TooMany extends BaseProblem {
    private static final long serialVersionUID = 1L;

    public TooMany(int most) {
      super(409, "bases_full", "A workspace has at most " + most + " knowledge bases.");
    }
  }
}
