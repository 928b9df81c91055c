/// Parley.
@NullMarked
@CheckReturnValue
package dev.parley;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
