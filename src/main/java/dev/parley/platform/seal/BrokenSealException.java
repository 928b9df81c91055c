package dev.parley.platform.seal;

import java.util.Objects;

/// A sealed value cannot be opened: it was changed, belongs elsewhere, or its key is not here. The
/// message says which, and holds nothing secret.
public final class BrokenSealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String message) {
    super(message);
  }

  BrokenSealException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
