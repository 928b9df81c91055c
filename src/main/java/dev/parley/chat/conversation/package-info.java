/// Conversations, the tree of their messages, and what belongs to a message.
///
/// Owns the tables `conversation`, `message` and `message_summary`. May use: `chat.seal`,
/// `retrieval`, `metering`, `control`, `platform`, `call`. Start reading at [TreeStore].
@NullMarked
@CheckReturnValue
package dev.parley.chat.conversation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
