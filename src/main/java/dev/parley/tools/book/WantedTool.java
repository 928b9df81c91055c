package dev.parley.tools.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.tools.book.Desk.WantedCredential;
import dev.parley.tools.http.CheckTarget;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.HttpTarget;
import dev.parley.tools.tool.HttpTarget.Place;
import dev.parley.tools.tool.SchemaFault;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An HTTP tool as somebody wants it.
///
/// @param credential null to keep the one there is, as long as the server is the same
record WantedTool(
    String name,
    String description,
    String method,
    String url,
    @Nullable Map<String, Place> places,
    @Nullable JsonNode schema,
    @Nullable Boolean sideEffect,
    @Nullable Boolean enabled,
    @Nullable WantedCredential credential) {

  /// @throws HttpProblem.Invalid where something is wrong with it
  Tool tool(UUID id, @Nullable Credential sealed) {
    var target = new HttpTarget(method, url.strip(), places == null ? Map.of() : places);
    var arguments = arguments();
    var wrong = CheckTarget.of(target, arguments);
    if (!wrong.isEmpty()) {
      throw new HttpProblem.Invalid("There cannot be such a tool.", wrong);
    }
    return new Tool(
        id,
        name,
        description.strip(),
        sideEffect == null || sideEffect,
        enabled == null || enabled,
        arguments,
        new Does.Http(target, sealed));
  }

  /// The part of a URL that says which server it is.
  static String origin(String url) {
    var path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0 ? url : url.substring(0, path);
  }

  private ArgumentSchema arguments() {
    try {
      return schema == null ? ArgumentSchema.none() : ArgumentSchema.of(schema);
    } catch (SchemaFault fault) {
      throw new HttpProblem.Invalid(
          "There cannot be such a tool.", List.of(new Offence("/schema", fault.why())));
    }
  }
}
