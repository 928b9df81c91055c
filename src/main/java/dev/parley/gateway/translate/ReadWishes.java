package dev.parley.gateway.translate;

import dev.parley.gateway.spi.Wishes;
import dev.parley.gateway.spi.Wishes.Effort;
import dev.parley.gateway.spi.Wishes.JsonForm;
import dev.parley.gateway.spi.Wishes.Tool;
import dev.parley.gateway.spi.Wishes.ToolChoice;
import dev.parley.gateway.translate.Translation.Untranslatable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request in OpenAI's form asks for beside an answer.
final class ReadWishes {
  private static final JsonObject NO_ARGUMENTS =
      JsonObject.of("type", "object", "properties", new JsonObject());

  private ReadWishes() {}

  static Wishes of(JsonObject body, Set<Ability> abilities) {
    var tools = tools(body.getValue("tools"));
    var choice = ToolChoice.AUTO;
    if (!tools.isEmpty()) {
      Translation.need(Ability.TOOLS, abilities);
      if (Boolean.FALSE.equals(body.getValue("parallel_tool_calls"))) {
        throw new Untranslatable("This model may use several tools at once.");
      }
      var wanted = body.getValue("tool_choice");
      tools = wanted instanceof JsonObject one ? only(tools, one) : tools;
      choice = choice(wanted);
    }
    var topP = Fields.number(body, "top_p");
    return new Wishes(
        tools,
        choice,
        form(body.getValue("response_format"), abilities),
        stop(body.getValue("stop"), abilities),
        topP == null ? null : (Double) topP.doubleValue(),
        Fields.whole(body, "seed"),
        effort(body.getValue("reasoning_effort")));
  }

  private static List<Tool> tools(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    var tools = new ArrayList<Tool>();
    for (var element : Fields.array(value, "tools")) {
      var tool = Fields.object(element, "tools");
      if (!"function".equals(tool.getValue("type"))) {
        throw new Untranslatable("This model uses tools of the type \"function\" alone.");
      }
      var function = Fields.object(tool.getValue("function"), "function");
      var schema = function.getValue("parameters");
      tools.add(
          new Tool(
              Fields.text(function.getValue("name"), "name"),
              function.getValue("description") instanceof String text ? text : "",
              schema == null ? NO_ARGUMENTS : Fields.object(schema, "parameters")));
    }
    return tools;
  }

  /// To demand one tool is to offer no other.
  private static List<Tool> only(List<Tool> tools, JsonObject choice) {
    var name =
        Fields.text(
            Fields.object(choice.getValue("function"), "tool_choice").getValue("name"), "name");
    var wanted = tools.stream().filter(tool -> tool.name().equals(name)).toList();
    if (wanted.isEmpty()) {
      throw new Untranslatable("\"tool_choice\" names none of the tools.");
    }
    return wanted;
  }

  private static ToolChoice choice(@Nullable Object value) {
    if (value == null || value instanceof JsonObject) {
      return value == null ? ToolChoice.AUTO : ToolChoice.REQUIRED;
    }
    return switch (value.toString()) {
      case "auto" -> ToolChoice.AUTO;
      case "required" -> ToolChoice.REQUIRED;
      case "none" -> ToolChoice.NONE;
      default -> throw new Untranslatable("This is not known as a \"tool_choice\".");
    };
  }

  private static @Nullable JsonForm form(@Nullable Object value, Set<Ability> abilities) {
    if (value == null) {
      return null;
    }
    var form = Fields.object(value, "response_format");
    return switch (String.valueOf(form.getValue("type"))) {
      case "text" -> null;
      case "json_object" -> {
        Translation.need(Ability.JSON_OBJECT, abilities);
        yield new JsonForm("answer", null);
      }
      case "json_schema" -> {
        Translation.need(Ability.JSON_SCHEMA, abilities);
        var named = Fields.object(form.getValue("json_schema"), "json_schema");
        var name = named.getValue("name") instanceof String text ? text : "answer";
        yield new JsonForm(name, Fields.object(named.getValue("schema"), "schema"));
      }
      default -> throw new Untranslatable("This is not known as a \"response_format\".");
    };
  }

  private static List<String> stop(@Nullable Object value, Set<Ability> abilities) {
    var texts = new ArrayList<String>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value != null) {
      JsonArray all = Fields.array(value, "stop");
      all.forEach(element -> texts.add(Fields.text(element, "stop")));
    }
    if (!texts.isEmpty()) {
      Translation.need(Ability.STOP, abilities);
    }
    return texts;
  }

  private static @Nullable Effort effort(@Nullable Object value) {
    return switch (String.valueOf(value)) {
      case "null" -> null;
      case "none" -> Effort.NONE;
      case "minimal", "low" -> Effort.LOW;
      case "medium" -> Effort.MEDIUM;
      case "high", "xhigh" -> Effort.HIGH;
      default -> throw new Untranslatable("This is not known as a \"reasoning_effort\".");
    };
  }
}
