/// Assistants: what a workspace makes of a model for one purpose, in versions of which one is live.
///
/// Owns the tables `assistant` and `assistant_version`. May use: `gateway`, `control`, `platform`,
/// `call`. Start reading at [AssistantShelf], then [AssistantRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.chat.assistant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
