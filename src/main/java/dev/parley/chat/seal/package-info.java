/// How the texts of conversations are kept in their tables: as they are, or sealed.
///
/// Owns the columns `sealed` of `conversation`, `message`, `turn_log`, `message_summary`,
/// `feedback`, `share`, `handover`, `handover_note`, `question_case` and `case_result`. May use:
/// `platform`, `call`. Start reading at [SealedText].
@NullMarked
@CheckReturnValue
package dev.parley.chat.seal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
