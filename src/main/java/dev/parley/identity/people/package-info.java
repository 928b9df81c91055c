/// What administrators do with the people of their workspace.
///
/// Owns the operations tagged `people`. May use: `identity.account`, `identity.session`, `control`,
/// `platform`, `call`. Start reading at [People].
@NullMarked
@CheckReturnValue
package dev.parley.identity.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
