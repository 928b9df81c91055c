/// The log of a turn: its events, numbered from 1, for any number of readers.
///
/// May use: `chat.conversation`, `platform`, `call`. Start reading at [TurnEvent].
@NullMarked
@CheckReturnValue
package dev.parley.chat.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
