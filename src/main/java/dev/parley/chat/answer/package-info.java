/// What a model is given, and what becomes of the text it writes: sources are looked up, rules have
/// their say. Also the assistants that programs ask as models.
///
/// May use: `chat.log`, `chat.assistant`, `chat.conversation`, `retrieval`, `gateway`, `policy`,
/// `metering`, `platform`, `call`. Start reading at [AnswerWriter].
@NullMarked
@CheckReturnValue
package dev.parley.chat.answer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
