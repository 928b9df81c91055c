/// Documents that people give to a conversation of theirs, to be asked about in it.
///
/// May use: `chat.conversation`, `retrieval`, `platform`, `call`. Start reading at
/// [ConversationDocumentRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
