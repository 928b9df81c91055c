package dev.parley.gateway.translate;

import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelRequest.Message;
import dev.parley.gateway.spi.ModelRequest.Role;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Translation.Untranslatable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A request in OpenAI's form as a question.
final class ReadRequest {
  private static final int OUTPUT = 1_024;
  private static final Set<String> TOO_MUCH = Set.of("tools", "functions", "logprobs", "audio");

  private ReadRequest() {}

  static ModelRequest of(WireRequest request, String model) {
    if (request.kind() != WireRequest.Kind.CHAT) {
      throw new Untranslatable("This model makes no embeddings.");
    }
    var body = parse(request.bodyFor(model));
    for (var field : TOO_MUCH) {
      if (body.getValue(field) != null && !Boolean.FALSE.equals(body.getValue(field))) {
        throw new Untranslatable("This model does not take \"" + field + "\".");
      }
    }
    if (body.getInteger("n", 1) != 1) {
      throw new Untranslatable("This model gives one choice.");
    }
    var instructions = new ArrayList<String>();
    var messages = new ArrayList<Message>();
    for (var element : array(body.getValue("messages"))) {
      add(object(element), instructions, messages);
    }
    if (messages.isEmpty()) {
      throw new Untranslatable("The request has no message of a user.");
    }
    var most = body.getInteger("max_completion_tokens", body.getInteger("max_tokens", OUTPUT));
    return new ModelRequest(
        model,
        String.join("\n\n", instructions),
        messages,
        List.of(),
        most,
        body.getDouble("temperature", 1.0));
  }

  private static JsonObject parse(Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException _) {
      throw new Untranslatable("The body is not valid JSON.");
    }
  }

  private static void add(JsonObject message, List<String> instructions, List<Message> messages) {
    var text = text(message.getValue("content"));
    switch (String.valueOf(message.getValue("role"))) {
      case "system", "developer" -> instructions.add(text);
      case "user" -> messages.add(new Message(Role.USER, text));
      case "assistant" -> messages.add(new Message(Role.ASSISTANT, text));
      default -> throw new Untranslatable("This model does not take messages of this role.");
    }
  }

  private static String text(Object content) {
    return switch (content) {
      case String text -> text;
      case JsonArray parts ->
          parts.stream().map(ReadRequest::part).collect(Collectors.joining("\n"));
      case null, default -> "";
    };
  }

  private static String part(Object element) {
    var part = object(element);
    if (!"text".equals(part.getValue("type"))) {
      throw new Untranslatable("This model reads text alone.");
    }
    return part.getString("text", "");
  }

  private static JsonArray array(Object value) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new Untranslatable("\"messages\" must be an array.");
  }

  private static JsonObject object(Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new Untranslatable("A message must be an object.");
  }
}
