/// One call to a model, from the first attempt to the ledger.
///
/// Lives on event loops. May use: `gateway.route`, `gateway.spi`, `metering`, `control`,
/// `platform`, `call`. Start reading at [Models], then [ModelCall].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
