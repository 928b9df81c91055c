/// Where agents work on the conversations that were handed over.
///
/// Owns the tables `handover_note` and `canned_reply` and the operations under `/api/v1/inbox`. May
/// use: `chat.handover`, `chat.attachment`, `chat.conversation`, `chat.seal`, `control`,
/// `platform`, `call`. Start reading at [InboxRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
