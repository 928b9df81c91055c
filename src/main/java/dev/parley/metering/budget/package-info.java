/// Budgets that are never overrun: money is taken from the database in slices, under a lease, and
/// reserved from the slice in memory.
///
/// Owns the tables `budget`, `budget_window` and `budget_lease` and the operations tagged
/// `budgets`. May use: `control`, `platform`, `call`. Start reading at [Budgets], then [Slice].
@NullMarked
@CheckReturnValue
package dev.parley.metering.budget;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
