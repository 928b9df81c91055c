/// The providers and routes that administrators keep, and the routes made of them.
///
/// May use: `gateway.route`, `gateway.spi`, `metering`, `control`, `platform`, `call`. Start
/// reading at [RouteShelf], then [BookRoutes].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.book;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
