/// Finding out how good an assistant is before it goes live.
///
/// May use: `chat.turn`, `chat.assistant`, `chat.conversation`, `platform`, `call`. Start reading
/// at [TryRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
