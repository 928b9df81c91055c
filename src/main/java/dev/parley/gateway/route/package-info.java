/// Which model is asked, in which order, and which is left alone for a while.
///
/// Holds no connections and reads no wire. May use: `gateway.spi`, `metering`, `platform`, `call`.
/// Start reading at [Route], then [Attempts].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.route;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
