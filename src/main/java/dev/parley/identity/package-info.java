/// Who may come in: workspaces, users, API keys and the set-up of the first owner.
///
/// Owns the tables `workspace`, `app_user`, `api_key` and `setup_token` and the operation `setUp`.
/// May use: `control`, `platform`, `call`. Start reading at [Identity].
@NullMarked
@CheckReturnValue
package dev.parley.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
