/// Passwords: how they are kept, and which are refused.
///
/// Knows neither HTTP routes nor tables. Start reading at [Passwords].
@NullMarked
@CheckReturnValue
package dev.parley.identity.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
