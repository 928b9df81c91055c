package dev.parley.testkit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers of a model that uses tools, as OpenAI streams them.
public final class ToolScripts {
  private ToolScripts() {}

  /// A use of a tool.
  ///
  /// @param arguments as the model writes them, which need not be JSON
  public record Use(String name, String arguments) {}

  /// Asks for tools to be used, and says nothing else.
  public static Script using(Use... uses) {
    return using(List.of(uses));
  }

  public static Script using(List<Use> uses) {
    var script = Script.stream().role();
    for (var i = 0; i < uses.size(); i++) {
      var use = uses.get(i);
      var half = use.arguments().length() / 2;
      var _ = script.data(piece(i, "call_" + i, use.name(), use.arguments().substring(0, half)));
      var _ = script.data(piece(i, null, null, use.arguments().substring(half)));
    }
    return script.finish("tool_calls").usage(10, 4).done();
  }

  /// Says this.
  public static Script saying(String text) {
    return Script.stream().role().token(text).finish("stop").usage(7, 3).done();
  }

  private static String piece(
      int index, @Nullable String id, @Nullable String name, String arguments) {
    var function = new JsonObject().put("arguments", arguments);
    var call = new JsonObject().put("index", index).put("function", function);
    if (id != null) {
      call.put("id", id).put("type", "function");
      function.put("name", name);
    }
    var delta = new JsonObject().put("tool_calls", new JsonArray().add(call));
    var choice = new JsonObject().put("index", 0).put("delta", delta);
    return new JsonObject().put("choices", new JsonArray().add(choice)).encode();
  }
}
