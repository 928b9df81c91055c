/// Conversations: questions in, one stored answer each out. Here are the door and the operations
/// under `/api/v1/chat`, `ask` and `getSession`; below it, each package uses those named after it:
///
/// ```
/// evaluation    drafts that are tried, and cases that versions are asked  → turn, assistant, …
/// inbox         where agents work on what was handed over            → handover, conversation
/// turn          one question from its beginning to its stored answer → answer, handover, assistant, …
/// handover      conversations in the hands of people                 → conversation
/// answer        what a model is given and what becomes of its text   → log, assistant, conversation
/// log           what happens in a turn, as its readers see it        → conversation
/// feedback      what people think of an answer                       → conversation
/// share         branches for whoever has the link                    → assistant, conversation
/// export        conversations to files and back                      → conversation
/// assistant     what a workspace makes of a model for one purpose
/// conversation  messages as a tree, and how they are stored          → seal
/// seal          texts as they are, or sealed
/// ```
///
/// May use: `retrieval`, `gateway`, `tools`, `policy`, `metering`, `identity`, `control`,
/// `platform`, `call`. Start reading at [dev.parley.chat.turn.TurnStory].
@NullMarked
@CheckReturnValue
package dev.parley.chat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
