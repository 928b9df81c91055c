/// The one place that reads the clock.
@NullMarked
@CheckReturnValue
package dev.parley.platform.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
