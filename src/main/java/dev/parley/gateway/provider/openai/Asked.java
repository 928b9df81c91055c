package dev.parley.gateway.provider.openai;

import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.TokenEstimate;
import dev.parley.gateway.spi.WireRequest;
import io.vertx.core.buffer.Buffer;

/// What is sent, and in which form the answer is wanted.
///
/// @param path below the base URL
/// @param streaming whether the answer comes as events
/// @param asBytes whether the answer is handed on as it is, in place of its text
/// @param wantsUsage whether the event that only counts is handed on too
/// @param inputTokens what is likely to be read
record Asked(
    String path,
    Buffer body,
    boolean streaming,
    boolean asBytes,
    boolean wantsUsage,
    long inputTokens) {

  static Asked of(ModelRequest request) {
    var path = WireRequest.Kind.CHAT.path();
    var input = TokenEstimate.of(request);
    return new Asked(path, RequestBody.of(request), true, false, false, input);
  }

  static Asked of(WireRequest request, String model) {
    return new Asked(
        request.kind().path(),
        request.bodyFor(model),
        request.streaming(),
        true,
        request.wantsUsage(),
        request.inputTokens());
  }
}
