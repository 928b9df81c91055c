package dev.parley.gateway.translate;

import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Translation.Untranslatable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/// A request in OpenAI's form as a question.
final class ReadRequest {
  private static final int OUTPUT = 1_024;
  private static final Set<String> TOO_MUCH =
      Set.of(
          "functions",
          "function_call",
          "logprobs",
          "audio",
          "web_search_options",
          "logit_bias",
          "frequency_penalty",
          "presence_penalty");

  private ReadRequest() {}

  static ModelRequest of(WireRequest request, String model, Set<Ability> abilities) {
    if (request.kind() != WireRequest.Kind.CHAT) {
      throw new Untranslatable("This model makes no embeddings.");
    }
    var body = parse(request.bodyFor(model));
    for (var field : TOO_MUCH) {
      if (asks(body.getValue(field))) {
        throw new Untranslatable("This model does not take \"" + field + "\".");
      }
    }
    var choices = Fields.whole(body, "n");
    if (choices != null && choices != 1) {
      throw new Untranslatable("This model gives one choice.");
    }
    var messages = new ReadMessages(abilities);
    for (var element : Fields.array(body.getValue("messages"), "messages")) {
      messages.add(Fields.object(element, "messages"));
    }
    if (messages.all().isEmpty()) {
      throw new Untranslatable("The request has no message of a user.");
    }
    var temperature = Fields.number(body, "temperature");
    return new ModelRequest(
        model,
        messages.instructions(),
        messages.all(),
        List.of(),
        most(body),
        temperature == null ? 1.0 : temperature.doubleValue(),
        ReadWishes.of(body, abilities));
  }

  private static JsonObject parse(Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException _) {
      throw new Untranslatable("The body is not valid JSON.");
    }
  }

  /// Many clients send every field, with the value that changes nothing.
  private static boolean asks(Object value) {
    return switch (value) {
      case null -> false;
      case Boolean wanted -> wanted;
      case Number number -> number.doubleValue() != 0;
      case JsonObject object -> !object.isEmpty();
      case JsonArray array -> !array.isEmpty();
      default -> true;
    };
  }

  private static int most(JsonObject body) {
    var most = Fields.whole(body, "max_completion_tokens");
    var older = Fields.whole(body, "max_tokens");
    var tokens = most != null ? most : older != null ? older : OUTPUT;
    if (tokens < 1) {
      throw new Untranslatable("The answer must have room for at least one token.");
    }
    return tokens;
  }
}
