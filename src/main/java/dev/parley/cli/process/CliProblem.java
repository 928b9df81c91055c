package dev.parley.cli.process;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a command cannot do what it was told, in words for the person at the terminal.
public abstract sealed class CliProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CliProblem(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// In words; never null.
  public String words() {
    return String.valueOf(getMessage());
  }

  /// The command line is not one that Parley knows.
  public static final class WrongUse extends CliProblem {
    private static final long serialVersionUID = 1L;

    public WrongUse(String words) {
      super(words, null);
    }
  }

  /// An environment variable of the command line makes no sense.
  public static final class WrongSetting extends CliProblem {
    private static final long serialVersionUID = 1L;

    public WrongSetting(String words) {
      super(words, null);
    }
  }

  /// The server answered, and said no.
  public static final class Refused extends CliProblem {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final @Nullable Duration retryAfter;

    /// @param retryAfter when the server asks for another try, null when it does not say
    public Refused(int status, String words, @Nullable Duration retryAfter) {
      super(words, null);
      this.status = status;
      this.retryAfter = retryAfter;
    }

    public int status() {
      return status;
    }

    /// Whether the same request may be taken later.
    public boolean busy() {
      return status == 429 || status == 503;
    }

    /// Whether no other request of this caller would be taken either.
    public boolean aboutTheCaller() {
      return status == 401 || status == 403;
    }

    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /// The server does not answer, or stopped in the middle of it.
  public static final class Unreachable extends CliProblem {
    private static final long serialVersionUID = 1L;

    public Unreachable(String words, @Nullable Throwable cause) {
      super(words, cause);
    }
  }

  /// Anything else that went wrong.
  public static final class Failed extends CliProblem {
    private static final long serialVersionUID = 1L;

    public Failed(String words) {
      super(words, null);
    }
  }

  /// Somebody wants it to end here.
  public static final class Stopped extends CliProblem {
    private static final long serialVersionUID = 1L;

    public Stopped() {
      super("Stopped.", null);
    }
  }
}
