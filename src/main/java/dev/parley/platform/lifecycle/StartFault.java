package dev.parley.platform.lifecycle;

/// Why the process cannot start, and what to do about it, in one line for the person who starts it.
public final class StartFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFault(String message) {
    super(message);
  }

  public StartFault(String message, Throwable cause) {
    super(message, cause);
  }
}
