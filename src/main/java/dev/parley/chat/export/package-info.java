/// Conversations to files and back.
///
/// May use: `chat.attachment`, `chat.conversation`, `chat.seal`, `control`, `platform`, `call`.
/// Start reading at [ExportRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
