/// Signing in and staying signed in.
///
/// Owns the tables `sign_in_session`, `refresh_token`, `password_reset`, `recovery_code` and
/// `sign_in_throttle` and the operations tagged `auth`. May use: `identity.people`,
/// `identity.password`, `identity.token`, `identity.totp`, `control`, `platform`, `call`. Start
/// reading at [SignIn].
@NullMarked
@CheckReturnValue
package dev.parley.identity.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
