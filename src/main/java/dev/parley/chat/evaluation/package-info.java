/// Finding out how good an assistant is before a version of it goes live: drafts that are tried,
/// questions that had no good answer, and cases that versions are asked.
///
/// Owns the tables `question_case`, `case_run` and `case_result`. May use: `chat.turn`,
/// `chat.assistant`, `chat.conversation`, `chat.seal`, `gateway`, `platform`, `call`. Start reading
/// at [CaseRunner].
@NullMarked
@CheckReturnValue
package dev.parley.chat.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
