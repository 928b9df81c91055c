/// Spans for OpenTelemetry, and the W3C context that goes from caller to model.
@NullMarked
@CheckReturnValue
package dev.parley.platform.observe.trace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
