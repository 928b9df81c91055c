package dev.parley.platform.http.outbound;

import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;

/// Why nothing could be fetched. The details name hosts, never addresses, so that they do not
/// become a map of the network the server stands in.
public abstract sealed class OutboundProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  private OutboundProblem(int status, String code, boolean retryable, String detail) {
    super(status, code, detail);
    this.retryable = retryable;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }

  /// The text is no URL that may be fetched.
  public static final class InvalidUrl extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    InvalidUrl(String detail) {
      super(400, "invalid_url", false, detail);
    }
  }

  /// The host has an address that is not public.
  public static final class ForbiddenAddress extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String host) {
      super(
          422,
          "address_not_allowed",
          false,
          "%s has an address that is not public. An administrator can allow its network."
              .formatted(host));
    }
  }

  /// No name server knows the host, or none answers.
  public static final class UnknownHost extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    UnknownHost(String host) {
      super(502, "unknown_host", true, "No address was found for %s.".formatted(host));
    }
  }

  /// The server does not accept connections.
  public static final class Unreachable extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    Unreachable(String host) {
      super(502, "host_unreachable", true, "%s does not accept the connection.".formatted(host));
    }
  }

  /// There is no secure connection to be had: no TLS, or a certificate that is not for the host.
  public static final class Untrusted extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    Untrusted(String host) {
      super(
          502,
          "host_untrusted",
          false,
          "%s could not show a valid certificate of its name.".formatted(host));
    }
  }

  /// Something took longer than it may.
  public static final class TooSlow extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    TooSlow(String detail) {
      super(504, "fetch_timeout", true, detail);
    }
  }

  /// The body is larger than it may be.
  public static final class TooLarge extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    TooLarge(String host, long limitBytes) {
      super(
          422,
          "fetch_too_large",
          false,
          "What %s sends is larger than the limit of %d bytes.".formatted(host, limitBytes));
    }
  }

  /// The server answered, but not with a document.
  public static final class BadStatus extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    private final int remoteStatus;

    BadStatus(String host, int remoteStatus) {
      super(
          502,
          "fetch_refused",
          remoteStatus == 429 || remoteStatus >= 500,
          "%s answered with status %d.".formatted(host, remoteStatus));
      this.remoteStatus = remoteStatus;
    }

    /// What the foreign server said.
    public int remoteStatus() {
      return remoteStatus;
    }
  }

  /// The server sent us on to nowhere, or round in circles.
  public static final class BadRedirect extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    BadRedirect(String detail) {
      super(502, "bad_redirect", false, detail);
    }
  }

  /// The answer broke off, or is not what the protocol says.
  public static final class Broken extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    Broken(String host) {
      super(502, "broken_answer", true, "The answer of %s is not complete.".formatted(host));
    }
  }

  /// Too many requests are waiting already.
  public static final class Busy extends OutboundProblem {
    private static final long serialVersionUID = 1L;

    Busy() {
      super(
          503,
          "outbound_busy",
          true,
          "Too many addresses are being fetched at the moment. Try again in a moment.");
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(Duration.ofSeconds(2));
    }
  }
}
