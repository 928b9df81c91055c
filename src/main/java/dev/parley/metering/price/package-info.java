/// What models cost: prices with the time in which they hold, and the cost of a call.
///
/// Owns the table `model_price`, the resource `prices.csv` and the operations tagged `prices`. May
/// use: `metering.usage`, `control`, `platform`, `call`. Start reading at [Prices], then [Cost].
@NullMarked
@CheckReturnValue
package dev.parley.metering.price;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
