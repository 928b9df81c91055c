package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.spi.ModelRequest;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A request as the wire wants it.
final class RequestBody {
  /// Models that think first. They take their limit under another name and no temperature.
  private static final Pattern REASONING = Pattern.compile("(o\\d|gpt-[5-9]).*");

  private RequestBody() {}

  static Buffer of(ModelRequest request) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("model", request.model());
    addMessages(body, request);
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    if (REASONING.matcher(request.model()).matches()) {
      body.put("max_completion_tokens", request.maxTokens());
    } else {
      body.put("max_tokens", request.maxTokens());
      body.put("temperature", request.temperature());
    }
    return Buffer.buffer(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addMessages(ObjectNode body, ModelRequest request) {
    var messages = body.putArray("messages");
    if (!request.instructions().isBlank()) {
      messages.addObject().put("role", "system").put("content", request.instructions());
    }
    for (var message : request.messages()) {
      var role =
          switch (message.role()) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
          };
      messages.addObject().put("role", role).put("content", message.text());
    }
  }
}
