/// Who used what: the ledger of every model call.
///
/// Owns the table `usage_entry` and the noun [Usage]. May use: `control`, `platform`, `call`.
@NullMarked
@CheckReturnValue
package dev.parley.metering;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
