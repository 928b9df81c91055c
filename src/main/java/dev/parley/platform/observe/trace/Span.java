package dev.parley.platform.observe.trace;

import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// One piece of work as it is seen from outside. Safe from any thread; ends once.
public final class Span {
  private final io.opentelemetry.api.trace.@Nullable Span span;
  private final String parent;

  Span(io.opentelemetry.api.trace.@Nullable Span span, String parent) {
    this.span = span;
    this.parent = parent;
  }

  /// What goes to those who are asked next, as in the header `traceparent`: this span, or where
  /// nothing is traced what the caller sent; may be empty.
  public String traceparent() {
    if (span == null) {
      return parent;
    }
    var context = span.getSpanContext();
    return "00-%s-%s-%s"
        .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  public Span name(String name) {
    if (span != null) {
      var _ = span.updateName(name);
    }
    return this;
  }

  /// @param key an attribute of OpenTelemetry's semantic conventions, or one of `parley.`
  public Span set(String key, String value) {
    if (span != null) {
      var _ = span.setAttribute(key, value);
    }
    return this;
  }

  public Span set(String key, long value) {
    if (span != null) {
      var _ = span.setAttribute(key, value);
    }
    return this;
  }

  /// @param type a class of failures: few values, no text of people
  public void failed(String type) {
    if (span != null) {
      var _ = span.setAttribute("error.type", type).setStatus(StatusCode.ERROR);
    }
  }

  public void end() {
    if (span != null) {
      span.end();
    }
  }
}
