package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Wishes;
import dev.parley.gateway.spi.Wishes.ToolChoice;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// A request as the wire wants it.
final class RequestBody {
  /// Models that think first. They take their limit under another name and no temperature.
  private static final Pattern REASONING = Pattern.compile("(o\\d|gpt-[5-9]).*");

  private RequestBody() {}

  static Buffer of(ModelRequest request) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("model", request.model());
    Messages.add(body.putArray("messages"), request);
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    if (REASONING.matcher(request.model()).matches()) {
      body.put("max_completion_tokens", request.maxTokens());
    } else {
      body.put("max_tokens", request.maxTokens());
      body.put("temperature", request.temperature());
    }
    addWishes(body, request.wishes());
    return Buffer.buffer(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addWishes(ObjectNode body, Wishes wishes) {
    if (!wishes.tools().isEmpty()) {
      addTools(body, wishes);
    }
    if (wishes.json() != null) {
      addForm(body.putObject("response_format"), wishes.json());
    }
    if (!wishes.stop().isEmpty()) {
      wishes.stop().forEach(body.putArray("stop")::add);
    }
    if (wishes.topP() != null) {
      body.put("top_p", wishes.topP());
    }
    if (wishes.seed() != null) {
      body.put("seed", wishes.seed());
    }
    if (wishes.effort() != null) {
      body.put("reasoning_effort", wishes.effort().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void addTools(ObjectNode body, Wishes wishes) {
    var tools = body.putArray("tools");
    for (var tool : wishes.tools()) {
      tools
          .addObject()
          .put("type", "function")
          .putObject("function")
          .put("name", tool.name())
          .put("description", tool.description())
          .putRawValue("parameters", new RawValue(tool.schema().encode()));
    }
    if (wishes.choice() != ToolChoice.AUTO) {
      body.put("tool_choice", wishes.choice().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void addForm(ObjectNode form, Wishes.JsonForm wanted) {
    if (wanted.schema() == null) {
      form.put("type", "json_object");
      return;
    }
    form.put("type", "json_schema")
        .putObject("json_schema")
        .put("name", wanted.name())
        .putRawValue("schema", new RawValue(wanted.schema().encode()));
  }
}
