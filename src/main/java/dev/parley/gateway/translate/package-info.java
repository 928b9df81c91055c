/// OpenAI's form of requests and answers for providers that do not speak it.
///
/// May use: `gateway.spi`, `platform`, `call`. Start reading at [Translation].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.translate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
