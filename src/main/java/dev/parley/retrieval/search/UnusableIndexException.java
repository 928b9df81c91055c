package dev.parley.retrieval.search;

import org.jspecify.annotations.Nullable;

/// The index on disk is damaged, or was written for another model or by another release. Nothing is
/// lost: close it, [PassageIndex#erase] the folder, open it again and feed every document.
public final class UnusableIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableIndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
