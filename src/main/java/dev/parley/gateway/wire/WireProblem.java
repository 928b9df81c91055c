package dev.parley.gateway.wire;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can go wrong with a request to a model.
abstract sealed class WireProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private WireProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// There is no route of this name.
  static final class NoSuchModel extends WireProblem {
    private static final long serialVersionUID = 1L;

    NoSuchModel(String name) {
      super(404, "model_not_found", "There is no model \"" + name + "\" here. See GET /v1/models.");
    }
  }

  /// No model could answer.
  static final class ModelFailed extends WireProblem {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Duration wait;

    private ModelFailed(int status, String code, String detail, @Nullable Duration wait) {
      super(status, code, detail);
      this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(wait);
    }
  }

  static WireProblem of(ProviderFailure failure) {
    var detail = failure.detail();
    var wait = failure.retryAfter();
    return switch (failure.kind()) {
      case RATE_LIMITED -> new ModelFailed(429, "provider_rate_limited", detail, wait);
      case OVERLOADED -> new ModelFailed(503, "provider_overloaded", detail, wait);
      case UNREACHABLE -> new ModelFailed(503, "provider_unreachable", detail, wait);
      case TIMEOUT -> new ModelFailed(504, "provider_timeout", detail, wait);
      case LIMITED -> new ModelFailed(429, "rate_limited", detail, wait);
      case BUDGET_EXHAUSTED -> new ModelFailed(429, "budget_exhausted", detail, wait);
      case UNPRICED -> new ModelFailed(403, "model_unpriced", detail, wait);
      case INTERRUPTED -> new ModelFailed(502, "stream_interrupted", detail, wait);
      case UNAUTHORIZED, QUOTA_EXHAUSTED, REJECTED, CONTEXT_TOO_LONG, MALFORMED ->
          new ModelFailed(502, "provider_error", detail, wait);
    };
  }
}
