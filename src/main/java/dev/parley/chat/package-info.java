/// Conversations: questions in, one stored answer each out.
///
/// Owns the tables `conversation`, `message`, `message_summary`, `turn`, `turn_log`, `feedback`,
/// `share` and `share_setting`, the operations under `/api/v1/chat`, `ask` and `getSession`, and
/// the events of [TurnEvent]. May use: `retrieval`, `gateway`, `tools`, `policy`, `metering`,
/// `identity`, `control`, `platform`, `call`. Start reading at [TurnStory]; [TreeStore] is the tree
/// of messages, [dev.parley.chat.seal] how texts are kept.
@NullMarked
@CheckReturnValue
package dev.parley.chat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
