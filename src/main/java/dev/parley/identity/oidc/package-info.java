/// Signing in with an account from elsewhere: OpenID Connect's authorization code flow with PKCE.
///
/// Owns the operations `startOidc` and `finishOidc` and the column `subject` of `app_user`. What
/// happens between the two requests is kept in a sealed cookie, so any replica may answer either.
/// May use: `identity.account`, `identity.key`, `identity.session`, `control`, `platform`, `call`.
/// Start reading at [OidcSignIn].
@NullMarked
@CheckReturnValue
package dev.parley.identity.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
