package dev.parley.gateway.transport;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.platform.http.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;

/// What the transport alone tells of a failure, whichever API it carries.
public final class FailureOf {
  private FailureOf() {}

  /// The class that a status other than 2xx stands for where nothing more is known.
  public static Kind status(int status) {
    return switch (status) {
      case 401, 402, 403 -> Kind.UNAUTHORIZED;
      case 408 -> Kind.OVERLOADED;
      case 429 -> Kind.RATE_LIMITED;
      default -> {
        if (status >= 500) {
          yield Kind.OVERLOADED;
        }
        yield status >= 400 ? Kind.REJECTED : Kind.MALFORMED;
      }
    };
  }

  /// No connection, or one that broke before the answer began.
  public static ProviderFailure connection(Throwable cause) {
    if (cause instanceof ConnectionPoolTooBusyException) {
      return ProviderFailure.of(Kind.OVERLOADED, "too many answers are waiting for a connection");
    }
    var what = cause.getClass().getSimpleName();
    return ProviderFailure.of(Kind.UNREACHABLE, "the provider cannot be reached (" + what + ")");
  }

  /// No address, or one that may not be connected to.
  public static ProviderFailure address(Throwable cause) {
    var detail = cause instanceof Problem problem ? problem.detail() : "its address is not known";
    return ProviderFailure.of(Kind.UNREACHABLE, "the provider cannot be reached: " + detail);
  }
}
