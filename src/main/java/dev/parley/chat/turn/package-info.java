/// Turns: one question from its beginning to its one stored answer, whoever listens.
///
/// Owns the tables `turn` and `turn_log`. May use: `chat.answer`, `chat.handover`, `chat.log`,
/// `chat.assistant`, `chat.conversation`, `chat.seal`, `retrieval`, `gateway`, `policy`,
/// `metering`, `platform`, `call`. Start reading at [TurnStory].
@NullMarked
@CheckReturnValue
package dev.parley.chat.turn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
