package dev.parley.gateway.provider.langchain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// JSON of providers.
final class WireJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  private WireJson() {}

  /// Throws [IOException] when the bytes are not a JSON object in UTF-8.
  static JsonNode object(byte[] data, int length) throws IOException {
    var root = JSON.readTree(data, 0, length);
    if (!root.isObject()) {
      throw new IOException("not an object");
    }
    return root;
  }

  /// The object `error` of a body, or what stands in its place; missing when there is none.
  static JsonNode error(byte[] body) {
    try {
      var root = JSON.readTree(body);
      return root.path(0).isObject() ? root.path(0).path("error") : root.path("error");
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }

  static ServerSentEvent event(String name, byte[] data, int length) {
    return new ServerSentEvent(
        name.isEmpty() ? null : name, new String(data, 0, length, StandardCharsets.UTF_8));
  }
}
