package dev.parley.retrieval.source.kept;

/// Somebody else goes through the source now; nothing was written.
public final class LostLease extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostLease() {
    super("the lease of the source was lost", null, false, false);
  }
}
