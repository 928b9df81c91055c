package dev.parley.load.provider;

import dev.parley.testkit.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How one request is to be answered, written as `name=value,name=value`:
///
/// | name | meaning |
/// |---|---|
/// | `status` | answers with this status and an error, with `retry-after` seconds if given |
/// | `first` | milliseconds before the first byte |
/// | `tokens` | how many tokens the answer has; 20 |
/// | `every` | milliseconds between two tokens; 0 |
/// | `stall`, `cut`, `garbage` | after so many tokens: silence, a reset, bytes that are no event |
/// | `drip` | milliseconds between every eight bytes |
/// | `usage` | `openai`, `none`, `zero`, `cached`, `reasoning` or `wrong` |
public record Wish(
    int status,
    int retryAfter,
    int first,
    int tokens,
    int every,
    int stall,
    int cut,
    int garbage,
    int drip,
    String usage) {
  private static final int DRIP_BYTES = 8;
  private static final int PROMPT = 10;
  private static final Set<String> NAMES =
      Set.of(
          "status",
          "retry-after",
          "first",
          "tokens",
          "every",
          "stall",
          "cut",
          "garbage",
          "drip",
          "usage");

  /// Names that are not in the text keep the value that they have in `otherwise`.
  static Wish of(String text, Wish otherwise) {
    var said = new HashMap<String, String>();
    for (var part : text.split(",", -1)) {
      var at = part.indexOf('=');
      if (at > 0) {
        said.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
      }
    }
    for (var name : said.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("nothing is called " + name + "; there is " + NAMES);
      }
    }
    return new Wish(
        number(said, "status", otherwise.status),
        number(said, "retry-after", otherwise.retryAfter),
        number(said, "first", otherwise.first),
        number(said, "tokens", otherwise.tokens),
        number(said, "every", otherwise.every),
        number(said, "stall", otherwise.stall),
        number(said, "cut", otherwise.cut),
        number(said, "garbage", otherwise.garbage),
        number(said, "drip", otherwise.drip),
        said.getOrDefault("usage", otherwise.usage));
  }

  /// Twenty tokens at once.
  static Wish plain() {
    return new Wish(200, 0, 0, 20, 0, 0, 0, 0, 0, "openai");
  }

  private static int number(Map<String, String> said, String name, int otherwise) {
    return said.containsKey(name) ? Integer.parseInt(said.get(name)) : otherwise;
  }

  /// Whether the answer in one piece is the same bytes at once, every time.
  boolean isQuick() {
    return status == 200 && first == 0 && stall == 0 && cut == 0 && garbage == 0 && drip == 0;
  }

  /// What is played to a request that asks for events, or for the answer in one piece.
  Script script(boolean streaming) {
    var script = status != 200 ? refusal() : streaming ? events() : whole();
    return drip > 0 ? script.dripping(DRIP_BYTES, Duration.ofMillis(drip)) : script;
  }

  private Script refusal() {
    var script =
        Script.refusal(
            status, "{\"error\":{\"type\":\"as_told\",\"code\":null,\"message\":\"as told\"}}");
    return retryAfter > 0 ? script.header("retry-after", Integer.toString(retryAfter)) : script;
  }

  private Script events() {
    var script = waiting(Script.stream()).role();
    for (var i = 1; i <= tokens; i++) {
      if (i > 1 && every > 0) {
        var _ = script.pause(Duration.ofMillis(every));
      }
      var _ = script.token("t" + i + " ");
      if (breaks(script, i)) {
        return script;
      }
    }
    var _ = script.finish("stop");
    return (usage.equals("none") ? script : script.data(counted())).done();
  }

  private Script whole() {
    var script = waiting(Script.empty().header("content-type", "application/json"));
    return breaks(script.raw("{\"id\":\"c\","), 1) ? script : script.raw(body().substring(10));
  }

  private Script waiting(Script script) {
    return first > 0 ? script.pause(Duration.ofMillis(first)) : script;
  }

  private boolean breaks(Script script, int sent) {
    if (sent == stall) {
      var _ = script.stall();
    } else if (sent == cut) {
      var _ = script.cut();
    } else if (sent == garbage) {
      var _ = script.raw("data: {\"choices\": [<html>\n\n");
    }
    return sent == stall || sent == cut || sent == garbage;
  }

  /// The answer in one piece.
  String body() {
    var counts = usage.equals("none") ? "" : ",\"usage\":" + counts();
    return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":0,\"model\":\"fake\","
        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + "t ".repeat(tokens)
        + "\"},\"finish_reason\":\"stop\"}]"
        + counts
        + "}";
  }

  private String counted() {
    return "{\"choices\":[],\"usage\":" + counts() + "}";
  }

  private String counts() {
    return switch (usage) {
      case "zero" -> counts(0, 0, "");
      case "cached" -> counts(100, tokens, ",\"prompt_tokens_details\":{\"cached_tokens\":80}");
      case "reasoning" ->
          counts(PROMPT, tokens + 50, ",\"completion_tokens_details\":{\"reasoning_tokens\":50}");
      case "wrong" -> "{\"prompt_tokens\":-1,\"completion_tokens\":\"many\",\"total_tokens\":null}";
      default -> counts(PROMPT, tokens, "");
    };
  }

  private static String counts(int prompt, int completion, String details) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d%s}"
        .formatted(prompt, completion, prompt + completion, details);
  }
}
