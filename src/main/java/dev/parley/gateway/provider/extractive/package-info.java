/// Answers without a model: the best-supported sentences of the sources, quoted word for word.
///
/// Owns its worker threads. May use: `gateway.spi`, `metering`, `platform`, `call`. Start reading
/// at [ExtractiveProvider], then [Answering].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.extractive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
