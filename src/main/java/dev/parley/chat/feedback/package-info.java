/// What people think of an answer.
///
/// Owns the table `feedback`. May use: `chat.conversation`, `chat.seal`, `platform`, `call`. Start
/// reading at [FeedbackRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.feedback;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
