/// LangChain4j's HTTP client on connections of Vert.x: no thread waits, a stream that was cut is an
/// error, and silence ends in time.
///
/// May use: `gateway.transport`, `gateway.spi`, `metering`, `platform`, `call`. Start reading at
/// [VertxHttpClient], then [StreamExchange].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.langchain.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
