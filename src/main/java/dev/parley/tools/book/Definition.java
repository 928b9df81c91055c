package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.http.Json;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.HttpTarget;
import dev.parley.tools.tool.HttpTarget.Place;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tool does and takes, as it is stored.
record Definition(
    @Nullable String method,
    @Nullable String url,
    @Nullable Map<String, Place> places,
    @Nullable String remote,
    JsonNode schema) {

  static String text(Tool tool) {
    var schema = tool.arguments().tree();
    return Json.text(
        switch (tool.does()) {
          case Does.Http(var target, _) ->
              new Definition(target.method(), target.url(), target.places(), null, schema);
          case Does.Mcp(_, var remote) -> new Definition(null, null, null, remote, schema);
          case Does.Builtin _ -> new Definition(null, null, null, null, schema);
        });
  }

  static Definition read(String stored) {
    return Json.readOwn(stored, Definition.class);
  }

  ArgumentSchema arguments() {
    return ArgumentSchema.of(schema);
  }

  Does does(String kind, @Nullable UUID server, @Nullable Credential credential) {
    if (kind.equals("http") && method != null && url != null) {
      var target = new HttpTarget(method, url, places == null ? Map.of() : places);
      return new Does.Http(target, credential);
    }
    if (kind.equals("mcp") && server != null && remote != null) {
      return new Does.Mcp(server, remote);
    }
    return new Does.Builtin();
  }
}
