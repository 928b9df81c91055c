/// Conversations: questions in, one stored answer each out.
///
/// Owns the tables `conversation`, `message`, `turn` and `turn_log`, the operations under
/// `/api/v1/chat`, `ask` and `getSession`, and the events of [TurnEvent]. May use: `retrieval`,
/// `gateway`, `tools`, `policy`, `metering`, `identity`, `platform`, `call`. Start reading at
/// [TurnStory]; [dev.parley.chat.seal] is how texts are kept.
@NullMarked
@CheckReturnValue
package dev.parley.chat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
