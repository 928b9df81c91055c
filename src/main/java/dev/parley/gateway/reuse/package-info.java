/// Answers that are given more than once: to equal requests that are under way at the same time,
/// and to later ones.
///
/// May use: `gateway.model`, `gateway.route`, `gateway.spi`, `metering`, `control`, `platform`,
/// `call`. Start reading at [Reuse], then [Flight].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.reuse;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
