/// The second factor: codes of an authenticator app, and what helps when the phone is lost.
///
/// Knows neither HTTP nor tables. Start reading at [Totp].
@NullMarked
@CheckReturnValue
package dev.parley.identity.totp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
