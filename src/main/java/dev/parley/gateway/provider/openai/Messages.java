package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.gateway.spi.ModelMessage.ToolUse;
import dev.parley.gateway.spi.ModelRequest;

/// A conversation as the wire wants it.
final class Messages {
  private Messages() {}

  static void add(ArrayNode messages, ModelRequest request) {
    if (!request.instructions().isBlank()) {
      messages.addObject().put("role", "system").put("content", request.instructions());
    }
    for (var message : request.messages()) {
      switch (message) {
        case ModelMessage.User user -> add(messages, user);
        case ModelMessage.Assistant assistant -> add(messages, assistant);
        case ModelMessage.ToolResult result ->
            messages
                .addObject()
                .put("role", "tool")
                .put("tool_call_id", ToolUse.plain(result.id()))
                .put("content", result.text());
      }
    }
  }

  private static void add(ArrayNode messages, ModelMessage.User user) {
    var message = messages.addObject().put("role", "user");
    if (user.images().isEmpty()) {
      message.put("content", user.text());
      return;
    }
    var parts = message.putArray("content");
    parts.addObject().put("type", "text").put("text", user.text());
    for (var image : user.images()) {
      parts.addObject().put("type", "image_url").putObject("image_url").put("url", url(image));
    }
  }

  private static String url(Image image) {
    return switch (image) {
      case Image.Inline(var type, var base64) -> "data:" + type + ";base64," + base64;
      case Image.Linked(var url) -> url;
    };
  }

  private static void add(ArrayNode messages, ModelMessage.Assistant assistant) {
    var silent = assistant.text().isEmpty() && !assistant.uses().isEmpty();
    var message = messages.addObject().put("role", "assistant");
    message.put("content", silent ? null : assistant.text());
    if (assistant.uses().isEmpty()) {
      return;
    }
    var calls = message.putArray("tool_calls");
    for (var use : assistant.uses()) {
      calls
          .addObject()
          .put("id", ToolUse.plain(use.id()))
          .put("type", "function")
          .putObject("function")
          .put("name", use.name())
          .put("arguments", use.arguments());
    }
  }
}
