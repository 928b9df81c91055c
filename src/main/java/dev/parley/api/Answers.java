package dev.parley.api;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Writes what endpoints answer.
final class Answers {
  private static final String JSON = "application/json";

  private final OpenStreams streams;

  Answers(OpenStreams streams) {
    this.streams = streams;
  }

  /// Writes the answer, unless the client has left meanwhile.
  void write(RoutingContext context, Answer answer) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    switch (answer) {
      case Answer.OfJson(var status, var body) -> {
        response.setStatusCode(status).putHeader("Content-Type", JSON);
        var _ = response.end(Buffer.buffer(Json.bytes(body)));
      }
      case Answer.OfText(var status, var type, var body, var headers) -> {
        response.setStatusCode(status).putHeader("Content-Type", type);
        headers.forEach(response::putHeader);
        var _ = response.end(body);
      }
      case Answer.With(var inner, var name, var value) -> {
        response.headers().add(name, value);
        write(context, inner);
      }
      case Answer.Empty(var status) -> {
        var _ = response.setStatusCode(status).end();
      }
      case Answer.Pieces pieces -> writeNext(context, pieces);
      case Answer.Events(var writer) -> writer.accept(Sse.open(context, streams));
    }
  }

  private static void writeNext(RoutingContext context, Answer.Pieces pieces) {
    var _ =
        pieces
            .next()
            .get()
            .onSuccess(piece -> writePiece(context, pieces, piece))
            .onFailure(context::fail);
  }

  /// The head goes with the first piece, so that a failure before it is still told in full.
  private static void writePiece(
      RoutingContext context, Answer.Pieces pieces, Optional<String> piece) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (!response.headWritten()) {
      response.setChunked(true).putHeader("Content-Type", pieces.contentType());
      pieces.headers().forEach(response::putHeader);
    }
    var _ =
        piece.isEmpty()
            ? response.end()
            : response.write(piece.get()).onSuccess(_ -> writeNext(context, pieces));
  }
}
