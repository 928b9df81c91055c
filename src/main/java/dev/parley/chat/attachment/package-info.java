/// Images that people show in a conversation, and models that can see are shown.
///
/// Owns the tables `attachment` and `message_attachment`. May use: `chat.conversation`,
/// `chat.seal`, `gateway`, `platform`, `call`. Start reading at [AttachmentRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.attachment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
