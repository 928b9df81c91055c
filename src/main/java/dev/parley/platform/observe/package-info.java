/// JSON logs and Prometheus metrics.
@NullMarked
@CheckReturnValue
package dev.parley.platform.observe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
