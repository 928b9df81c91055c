package dev.parley.tools.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.tools.tool.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What a server answered → what the model reads of it.
final class ReadReply {
  private static final int ERROR_SHOWN = 2_000;
  private static final Set<String> TEXTS =
      Set.of("text/plain", "text/csv", "text/markdown", "text/tab-separated-values");

  private ReadReply() {}

  static Outcome of(Fetched fetched) {
    var text = text(fetched);
    if (fetched.ok()) {
      return text;
    }
    var said = text.ok() ? " It says: " + shortened(text.text()) : "";
    return Outcome.failed("The server answered with status " + fetched.status() + "." + said);
  }

  private static Outcome text(Fetched fetched) {
    if (fetched.body().length() == 0) {
      return Outcome.ok("Done. The server said nothing more.");
    }
    var type = fetched.mediaType();
    if (type == null || !(isJson(type) || TEXTS.contains(type))) {
      return Outcome.failed("The server answered with what is neither JSON nor plain text.");
    }
    var charset = fetched.charset() == null ? StandardCharsets.UTF_8 : fetched.charset();
    return isJson(type) ? json(fetched) : Outcome.ok(fetched.body().toString(charset));
  }

  private static Outcome json(Fetched fetched) {
    try {
      return Outcome.ok(Json.text(Json.read(fetched.body().getBytes(), JsonNode.class)));
    } catch (HttpProblem.Unreadable _) {
      return Outcome.failed("The server answered with JSON that cannot be read.");
    }
  }

  private static boolean isJson(String type) {
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static String shortened(String text) {
    return text.length() <= ERROR_SHOWN ? text : text.substring(0, ERROR_SHOWN) + "…";
  }
}
