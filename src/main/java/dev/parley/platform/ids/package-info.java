/// The one place that makes ids.
@NullMarked
@CheckReturnValue
package dev.parley.platform.ids;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
