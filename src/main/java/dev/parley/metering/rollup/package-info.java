/// How much was used: sums of the ledger by hour and day, the ledger's rows as a table, and the
/// check that both agree.
///
/// Owns the table `usage_rollup` and the operations tagged `usage`. May use: `metering.usage`,
/// `metering.price`, `control`, `platform`, `call`. Start reading at [Rollups].
@NullMarked
@CheckReturnValue
package dev.parley.metering.rollup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
