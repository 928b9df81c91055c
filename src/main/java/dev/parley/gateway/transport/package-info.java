/// What every call to a provider over HTTP needs: connections of its event loop, limits of time,
/// and how long the provider asks to be left alone.
///
/// May use: `gateway.spi`, `platform`, `call`. Start reading at [Endpoint], then [LoopClients].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.transport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
