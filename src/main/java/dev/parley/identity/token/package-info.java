/// Access tokens: what a signed-in person sends with each request.
///
/// Knows neither HTTP nor tables. Start reading at [AccessTokens].
@NullMarked
@CheckReturnValue
package dev.parley.identity.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
