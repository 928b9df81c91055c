/// How the texts of conversations are kept in their tables: as they are, or sealed.
///
/// Owns the columns `sealed` of `conversation`, `message`, `turn_log`, `message_summary`,
/// `feedback`, `share`, `handover` and `handover_note`. May use: `platform`, `call`. Start reading
/// at [SealedText].
@NullMarked
@CheckReturnValue
package dev.parley.chat.seal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
