package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.gateway.route.Attempts;
import dev.parley.gateway.route.Route;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.trace.Span;
import dev.parley.platform.observe.trace.Tracing;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One attempt of a model call as OpenTelemetry's conventions for generative AI name it
/// (`gen_ai.*`). No text of questions or answers.
final class AttemptSpan {
  private final Span span;

  private AttemptSpan(Span span) {
    this.span = span;
  }

  static AttemptSpan begin(
      Tracing tracing, Call call, Kind kind, Route route, Attempts.Attempt attempt) {
    var operation = kind == Kind.EMBEDDING ? "embeddings" : "chat";
    var target = attempt.target();
    var span = tracing.begin(operation, Tracing.Role.CLIENT, call.trace());
    return new AttemptSpan(
        span.name(operation + " " + target.model())
            .set("gen_ai.operation.name", operation)
            .set("gen_ai.provider.name", provider(target.vendor()))
            .set("gen_ai.request.model", target.model())
            .set("parley.route", route.name())
            .set("parley.target", target.label())
            .set("parley.attempt", attempt.number())
            .set("parley.kind", kind.name().toLowerCase(Locale.ROOT))
            .set("parley.request_id", call.id()));
  }

  /// The names that the conventions give to vendors, where they differ from ours.
  private static String provider(String vendor) {
    return vendor.equals("gemini") ? "gcp.gemini" : vendor;
  }

  String traceparent() {
    return span.traceparent();
  }

  void end(String outcome, Usage usage, @Nullable Duration firstToken) {
    if (!outcome.equals("completed") && !outcome.equals("cancelled")) {
      span.failed(outcome);
    }
    if (firstToken != null) {
      var _ = span.set("parley.time_to_first_token_us", firstToken.toNanos() / 1000);
    }
    span.set("parley.outcome", outcome)
        .set("gen_ai.usage.input_tokens", usage.totalInput())
        .set("gen_ai.usage.output_tokens", usage.totalOutput())
        .end();
  }
}
