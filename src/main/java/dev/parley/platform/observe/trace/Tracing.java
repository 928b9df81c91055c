package dev.parley.platform.observe.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes spans and sends them to a collector, some at a time; when it does not take them, they are
/// dropped, and nobody waits. Safe from any thread.
///
/// Which requests are traced is decided by their trace id and our rate, so that replicas agree; a
/// caller who wishes not to be traced is not.
public final class Tracing {
  private static final int MOST_WAITING = 4_096;
  private static final Duration EXPORT = Duration.ofSeconds(5);
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  private final @Nullable SdkTracerProvider provider;
  private final @Nullable Tracer tracer;

  private Tracing(@Nullable SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider == null ? null : provider.get("dev.parley");
  }

  /// No spans. What callers send of their own is handed on.
  public static Tracing off() {
    return new Tracing(null);
  }

  /// @param version of the product
  public static Tracing of(TraceConfig config, String version) {
    return config.endpoint().isEmpty() ? off() : new Tracing(provider(config, version));
  }

  private static SdkTracerProvider provider(TraceConfig config, String version) {
    var base = config.endpoint();
    var slash = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    var exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(slash + "/v1/traces").setTimeout(EXPORT);
    for (var header : config.headers().value().split(",", -1)) {
      var equals = header.indexOf('=');
      if (equals > 0) {
        exporter.addHeader(
            header.substring(0, equals).strip(), header.substring(equals + 1).strip());
      }
    }
    var ours = Sampler.traceIdRatioBased(config.samplingRate());
    return SdkTracerProvider.builder()
        .setSampler(Sampler.parentBasedBuilder(ours).setRemoteParentSampled(ours).build())
        .setResource(
            Resource.getDefault()
                .merge(
                    Resource.create(
                        Attributes.of(
                            AttributeKey.stringKey("service.name"),
                            config.serviceName(),
                            AttributeKey.stringKey("service.version"),
                            version))))
        .addSpanProcessor(
            BatchSpanProcessor.builder(exporter.build())
                .setMaxQueueSize(MOST_WAITING)
                .setExporterTimeout(EXPORT)
                .build())
        .build();
  }

  /// Whose work a span is.
  public enum Role {
    /// We were asked.
    SERVER(SpanKind.SERVER),
    /// We ask.
    CLIENT(SpanKind.CLIENT),
    /// Something in between.
    INTERNAL(SpanKind.INTERNAL);

    private final SpanKind kind;

    Role(SpanKind kind) {
      this.kind = kind;
    }
  }

  /// Begins a piece of work.
  ///
  /// @param parent a `traceparent`; what is none counts as empty, which begins a trace
  public Span begin(String name, Role role, String parent) {
    var known = parent.isEmpty() ? SpanContext.getInvalid() : read(parent);
    if (tracer == null) {
      return new Span(null, known.isValid() ? parent : "");
    }
    var builder = tracer.spanBuilder(name).setSpanKind(role.kind);
    if (known.isValid()) {
      builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(known)));
    } else {
      builder.setNoParent();
    }
    return new Span(builder.startSpan(), parent);
  }

  private static SpanContext read(String traceparent) {
    var found = TRACEPARENT.matcher(traceparent);
    return found.matches()
        ? SpanContext.createFromRemoteParent(
            found.group(1),
            found.group(2),
            TraceFlags.fromHex(found.group(3), 0),
            TraceState.getDefault())
        : SpanContext.getInvalid();
  }

  /// Sends what is waiting, for some seconds at most. Blocks.
  public void close() {
    if (provider != null) {
      var _ = provider.shutdown().join(EXPORT.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
