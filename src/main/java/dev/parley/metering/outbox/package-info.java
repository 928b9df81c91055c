/// What others are to be told of usage and money: events wait in a table until a consumer has them.
///
/// Owns the table `usage_outbox`. May use: `platform`, `call`. Start reading at [Outbox].
@NullMarked
@CheckReturnValue
package dev.parley.metering.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
