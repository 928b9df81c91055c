package dev.parley.tools.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.HttpTarget;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arguments → the request that a tool sends. Whatever a model writes, the request goes to the
/// server that the administrator named and below no other path than the one with blanks.
public final class WriteRequest {
  private static final Pattern BLANK = Pattern.compile("\\{([^{}/]{1,64})}");
  private static final Pattern DOTS = Pattern.compile("(\\.|%2[eE]){1,2}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,1024}");
  private static final String UNRESERVED = "-._~";

  private WriteRequest() {}

  /// @param credential a header that the server is sent; empty for none
  /// @throws ToolProblem.BadArguments when a value cannot stand where it should
  public static OutboundRequest of(
      HttpTarget target, Arguments arguments, Map<String, String> credential) {
    var headers = new HashMap<String, String>();
    headers.put("accept", "application/json, text/*;q=0.5");
    var query = new ArrayList<String>();
    var body = JsonNodeFactory.instance.objectNode();
    for (var entry : arguments.tree().properties()) {
      var name = entry.getKey();
      var value = entry.getValue();
      switch (target.place(name)) {
        case PATH -> {} // below
        case QUERY -> add(query, name, value);
        case HEADER -> headers.put(name, header(name, value));
        case BODY -> body.set(name, value);
      }
    }
    var content = Buffer.buffer();
    if (target.hasBody()) {
      headers.put("content-type", "application/json");
      content = Buffer.buffer(Json.bytes(body));
    }
    credential.forEach(headers::put);
    return new OutboundRequest(
        HttpMethod.valueOf(target.method()), url(target, arguments, query), headers, content, true);
  }

  private static String url(HttpTarget target, Arguments arguments, List<String> query) {
    var parts = target.url().split("\\?", 2);
    var hostEnds = parts[0].indexOf('/', parts[0].indexOf("//") + 2);
    var origin = hostEnds < 0 ? parts[0] : parts[0].substring(0, hostEnds);
    var path = new StringBuilder();
    if (hostEnds >= 0) {
      for (var segment : parts[0].substring(hostEnds + 1).split("/", -1)) {
        path.append('/').append(filled(segment, arguments));
      }
    }
    var all = new ArrayList<String>();
    if (parts.length == 2 && !parts[1].isEmpty()) {
      all.add(parts[1]);
    }
    all.addAll(query);
    return origin + path + (all.isEmpty() ? "" : "?" + String.join("&", all));
  }

  private static String filled(String segment, Arguments arguments) {
    var filled =
        BLANK
            .matcher(segment)
            .replaceAll(found -> {
              var name = found.group(1);
              var value = arguments.tree().get(name);
              if (value == null || value.isContainerNode() || value.asText().isEmpty()) {
                throw new ToolProblem.BadArguments(
                    "/" + name + " must be given: it is in the path.");
              }
              return Matcher.quoteReplacement(encoded(value.asText()));
            });
    if (DOTS.matcher(filled).matches()) {
      throw new ToolProblem.BadArguments("The path must not go up or stay where it is.");
    }
    return filled;
  }

  private static void add(List<String> query, String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(one -> add(query, name, one));
    } else if (!value.isNull()) {
      query.add(
          encoded(name) + "=" + encoded(value.isObject() ? value.toString() : value.asText()));
    }
  }

  private static String header(String name, JsonNode value) {
    if (value.isContainerNode() || !HEADER_VALUE.matcher(value.asText()).matches()) {
      throw new ToolProblem.BadArguments("/" + name + " must be plain letters: it is a header.");
    }
    return value.asText();
  }

  /// Every byte but letters, digits and four signs as `%20`: nothing of a value ends where it
  /// stands.
  static String encoded(String text) {
    var out = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xFF);
      if (b > 0 && (isPlain(c) || UNRESERVED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted(b & 0xFF));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
