/// The API of OpenAI, served: `/v1/chat/completions`, `/v1/embeddings`, `/v1/models`.
///
/// Requests are handed on as they came; of the bytes only what must be known is read. May use:
/// `gateway`'s other packages, `metering`, `platform`, `call`. Start reading at [WireRoutes], then
/// [JsonRequest].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
