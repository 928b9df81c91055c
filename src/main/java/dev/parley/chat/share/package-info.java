/// Branches of conversations, as they were at a moment, for whoever has the link.
///
/// Owns the table `share`. May use: `chat.assistant`, `chat.conversation`, `chat.seal`, `control`,
/// `platform`, `call`. Start reading at [ShareRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.share;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
