package dev.parley.gateway.translate;

import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.gateway.spi.ModelMessage.ToolUse;
import dev.parley.gateway.translate.Translation.Untranslatable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The conversation of a request in OpenAI's form.
final class ReadMessages {
  private static final Pattern DATA = Pattern.compile("data:(image/[\\w.+-]+);base64,(.*)");

  private final Set<Ability> abilities;
  private final List<String> instructions = new ArrayList<>();
  private final List<ModelMessage> messages = new ArrayList<>();

  /// Names of the tools by the ids of their uses: a result has the id alone.
  private final Map<String, String> used = new HashMap<>();

  ReadMessages(Set<Ability> abilities) {
    this.abilities = abilities;
  }

  String instructions() {
    return String.join("\n\n", instructions);
  }

  List<ModelMessage> all() {
    return messages;
  }

  void add(JsonObject message) {
    var content = message.getValue("content");
    switch (String.valueOf(message.getValue("role"))) {
      case "system", "developer" -> instructions.add(text(content));
      case "user" -> messages.add(user(content));
      case "assistant" -> messages.add(assistant(message, text(content)));
      case "tool" -> messages.add(result(message, text(content)));
      default -> throw new Untranslatable("This model does not take messages of this role.");
    }
  }

  private ModelMessage user(Object content) {
    var text = new ArrayList<String>();
    var images = new ArrayList<Image>();
    if (content instanceof JsonArray parts) {
      for (var element : parts) {
        var part = Fields.object(element, "content");
        if ("image_url".equals(part.getValue("type"))) {
          images.add(image(part));
        } else {
          text.add(part(part));
        }
      }
    } else {
      text.add(text(content));
    }
    return new ModelMessage.User(String.join("\n", text), images);
  }

  private Image image(JsonObject part) {
    Translation.need(Ability.IMAGES, abilities);
    var url =
        Fields.text(Fields.object(part.getValue("image_url"), "image_url").getValue("url"), "url");
    var data = DATA.matcher(url);
    if (data.matches()) {
      return new Image.Inline(data.group(1), data.group(2));
    }
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new Untranslatable("An image is given as a data: URL in base64, or by http.");
    }
    Translation.need(Ability.LINKED_IMAGES, abilities);
    return new Image.Linked(url);
  }

  private ModelMessage assistant(JsonObject message, String text) {
    if (message.getValue("tool_calls") == null) {
      return ModelMessage.assistant(text);
    }
    Translation.need(Ability.TOOLS, abilities);
    var uses = new ArrayList<ToolUse>();
    for (var element : Fields.array(message.getValue("tool_calls"), "tool_calls")) {
      uses.add(use(Fields.object(element, "tool_calls")));
    }
    return new ModelMessage.Assistant(text, uses);
  }

  private ToolUse use(JsonObject call) {
    var function = Fields.object(call.getValue("function"), "function");
    var use =
        new ToolUse(
            Fields.text(call.getValue("id"), "id"),
            Fields.text(function.getValue("name"), "name"),
            Fields.text(function.getValue("arguments"), "arguments"));
    used.put(use.id(), use.name());
    return use;
  }

  private ModelMessage result(JsonObject message, String text) {
    Translation.need(Ability.TOOLS, abilities);
    var id = Fields.text(message.getValue("tool_call_id"), "tool_call_id");
    var name = used.get(id);
    if (name == null) {
      throw new Untranslatable("The result of a tool follows no call with its tool_call_id.");
    }
    return new ModelMessage.ToolResult(id, name, text);
  }

  private static String text(Object content) {
    return switch (content) {
      case String text -> text;
      case JsonArray parts -> {
        var texts = new ArrayList<String>();
        for (var element : parts) {
          texts.add(part(Fields.object(element, "content")));
        }
        yield String.join("\n", texts);
      }
      case null -> "";
      default -> throw new Untranslatable("\"content\" must be a string or an array.");
    };
  }

  private static String part(JsonObject part) {
    return switch (String.valueOf(part.getValue("type"))) {
      case "text" -> Fields.text(part.getValue("text"), "text");
      case "refusal" -> Fields.text(part.getValue("refusal"), "refusal");
      default -> throw new Untranslatable("This model does not read content of this type.");
    };
  }
}
