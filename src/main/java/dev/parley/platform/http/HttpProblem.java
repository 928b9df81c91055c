package dev.parley.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Failures that any HTTP part can have, whatever it is about.
public abstract sealed class HttpProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private HttpProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// The body is not what its content type says.
  public static final class Unreadable extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public Unreadable(String detail) {
      super(400, "invalid_body", detail);
    }
  }

  /// Nobody signed in, or the credentials are not good.
  public static final class Unauthenticated extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String detail) {
      super(401, "unauthenticated", detail);
    }
  }

  /// The caller may not do this.
  public static final class Forbidden extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
      super(403, "forbidden", detail);
    }
  }

  /// There is no such thing, or it belongs to somebody else.
  public static final class NotFound extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
      super(404, "not_found", detail);
    }
  }

  /// The method is not offered at this address.
  public static final class MethodNotAllowed extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public MethodNotAllowed(String detail) {
      super(405, "method_not_allowed", detail);
    }
  }

  /// The body did not arrive in time.
  public static final class TooSlow extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public TooSlow(String detail) {
      super(408, "request_timeout", detail);
    }
  }

  /// The content type is none that this operation takes.
  public static final class UnsupportedMediaType extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public UnsupportedMediaType(String detail) {
      super(415, "unsupported_media_type", detail);
    }
  }

  /// The request does not fit the contract.
  public static final class Invalid extends HttpProblem {
    private static final long serialVersionUID = 1L;
    private final transient List<Offence> offences;

    public Invalid(String detail, List<Offence> offences) {
      super(400, "validation_failed", detail);
      this.offences = List.copyOf(offences);
    }

    @Override
    public List<Offence> offences() {
      return offences;
    }
  }

  /// The body is larger than allowed.
  public static final class TooLarge extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public TooLarge(long limitBytes) {
      super(
          413,
          "payload_too_large",
          "The body is larger than the limit of " + limitBytes + " bytes.");
    }
  }

  /// More work than there is room for.
  public static final class Overloaded extends HttpProblem {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 2_900;

    // Each another: who were sent away together must not come back together.
    private final Duration wait =
        Duration.ofMillis(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));

    public Overloaded() {
      super(503, "overloaded", "The server has all it can do. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(wait);
    }
  }

  /// The server is about to stop; another replica, or a later try, will answer.
  public static final class Draining extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public Draining() {
      super(503, "draining", "The server is stopping. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(Duration.ofSeconds(1));
    }
  }

  /// Something that should not have happened. The log has the cause under the request id.
  public static final class Unexpected extends HttpProblem {
    private static final long serialVersionUID = 1L;

    public Unexpected() {
      super(
          500,
          "internal_error",
          "Something went wrong on our side. The request id leads to it in the log.");
    }
  }
}
