package dev.parley.platform.http;

/// An exception that is a [Problem]: what the sealed families of the packages extend. It carries no
/// stack trace, because it is an answer, not a bug.
public abstract class Failure extends RuntimeException implements Problem {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String detail;

  /// @param status HTTP status, 400 to 599
  /// @param code stable name of the failure
  /// @param detail what happened and what to do; nothing internal
  protected Failure(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  @Override
  public final int status() {
    return status;
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final String detail() {
    return detail;
  }
}
