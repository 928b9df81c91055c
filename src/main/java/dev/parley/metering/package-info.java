/// Who used what and what it costs: the ledger of every model call, and where it is paid.
///
/// Owns the table `usage_entry`. Its packages own the rest: `usage` (the nouns), `price`, `budget`,
/// `limit`, `rollup` (figures), `outbox` (what others are told). May use: `control`, `platform`,
/// `call`. Start reading at [Meter], then [Ledger].
@NullMarked
@CheckReturnValue
package dev.parley.metering;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
