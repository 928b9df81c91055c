/// People as rows: accounts and open invitations.
///
/// Owns the tables `app_user` and `invitation`. May use: `control`, `platform`, `call`. Start
/// reading at [Account].
@NullMarked
@CheckReturnValue
package dev.parley.identity.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
