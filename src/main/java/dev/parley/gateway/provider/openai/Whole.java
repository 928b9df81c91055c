package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What an answer that came in one piece says of itself. Its text is not looked into.
///
/// @param usage the provider's count, where it gave one
/// @param failure what went wrong, where the answer is an error after all
/// @param reason why it ended; of several choices the first that is not whole counts
record Whole(@Nullable Counted usage, @Nullable ProviderFailure failure, FinishReason reason) {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .build();

  /// Throws [IOException] when the bytes are not one JSON object in UTF-8.
  static Whole of(byte[] body) throws IOException {
    Counted usage = null;
    ProviderFailure failure = null;
    var reason = FinishReason.STOP;
    try (var parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("usage") && value == JsonToken.START_OBJECT) {
          usage = Counted.read(JSON.<JsonNode>readTree(parser), Style.OPENAI).orElse(null);
        } else if (name.equals("error") && value != JsonToken.VALUE_NULL) {
          failure = Failures.of(JSON.readTree(parser));
        } else if (name.equals("choices") && value == JsonToken.START_ARRAY) {
          reason = reason(parser);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one object");
      }
    }
    return new Whole(usage, failure, reason);
  }

  private static FinishReason reason(JsonParser parser) throws IOException {
    var reason = FinishReason.STOP;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var isReason = parser.currentName().equals("finish_reason");
        if (parser.nextToken() == JsonToken.VALUE_STRING && isReason && isWhole(reason)) {
          reason = Chunk.finish(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return reason;
  }

  private static boolean isWhole(FinishReason reason) {
    return reason == FinishReason.STOP || reason == FinishReason.TOOL_CALLS;
  }
}
