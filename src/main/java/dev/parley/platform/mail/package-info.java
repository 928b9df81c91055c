/// Sends e-mail.
///
/// Owns no table and no route. May use: `platform`, `call`. Start reading at [Mailer].
@NullMarked
@CheckReturnValue
package dev.parley.platform.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
