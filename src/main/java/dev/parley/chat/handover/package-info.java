/// Conversations in the hands of people: asked for, claimed, answered, given back.
///
/// Owns the tables `handover`, `happening` and `presence`, the columns `answerer_epoch`, and the
/// operations of a conversation's owner on them. May use: `chat.conversation`, `chat.seal`,
/// `control`, `identity`, `platform`, `call`. Start reading at [Handovers]; [HandoverStore] has the
/// rules of who may write, [Feed] how everybody hears of it.
@NullMarked
@CheckReturnValue
package dev.parley.chat.handover;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
