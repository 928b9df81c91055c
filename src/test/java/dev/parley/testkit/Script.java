package dev.parley.testkit;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a [FakeProvider] does with one request: a status, headers and steps, in order. Built by
/// chaining. After the last step the response ends properly, whatever was sent.
public final class Script {
  private int status = 200;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /// One thing the provider does.
  public sealed interface Step {
    /// Sends bytes.
    record Send(Buffer bytes, boolean token) implements Step {}

    /// Does nothing for a while.
    record Wait(Duration length) implements Step {}

    /// Does nothing for ever and keeps the connection open.
    record Stall() implements Step {}

    /// Resets the connection.
    record Cut() implements Step {}
  }

  private Script() {}

  /// A stream of events that begins well.
  public static Script stream() {
    return empty().header("content-type", "text/event-stream; charset=utf-8");
  }

  /// An answer with `status` and a JSON body.
  public static Script refusal(int status, String json) {
    var script = empty().header("content-type", "application/json");
    script.status = status;
    return script.raw(json);
  }

  /// Nothing yet, not even a content type.
  public static Script empty() {
    return new Script();
  }

  public Script header(String name, String value) {
    var _ = headers.put(name, value);
    return this;
  }

  /// The opening chunk, which names the role and has no text.
  public Script role() {
    return data(
        "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
  }

  public Script token(String text) {
    var json =
        "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
            + quoted(text)
            + "},\"finish_reason\":null}]}";
    steps.add(new Step.Send(Buffer.buffer("data: " + json + "\n\n"), true));
    return this;
  }

  /// `count` tokens with a pause before each but the first.
  public Script tokens(int count, Duration interval) {
    for (var i = 0; i < count; i++) {
      if (i > 0 && interval.isPositive()) {
        var _ = pause(interval);
      }
      var _ = token("t" + i + " ");
    }
    return this;
  }

  public Script finish(String reason) {
    return data(
        "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":" + quoted(reason) + "}]}");
  }

  public Script usage(int prompt, int completion) {
    return data(
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}}"
            .formatted(prompt, completion, prompt + completion));
  }

  public Script done() {
    return data("[DONE]");
  }

  /// One event with this data on one line.
  public Script data(String data) {
    return raw("data: " + data + "\n\n");
  }

  public Script raw(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  public Script raw(byte[] bytes) {
    steps.add(new Step.Send(Buffer.buffer(bytes), false));
    return this;
  }

  public Script pause(Duration length) {
    steps.add(new Step.Wait(length));
    return this;
  }

  public Script stall() {
    steps.add(new Step.Stall());
    return this;
  }

  public Script cut() {
    steps.add(new Step.Cut());
    return this;
  }

  /// The same bytes, sent a few at a time. A token counts when the last of it is sent.
  public Script dripping(int bytes, Duration interval) {
    var script = empty();
    script.status = status;
    script.headers.putAll(headers);
    for (var step : steps) {
      if (step instanceof Step.Send(var whole, var token)) {
        for (var at = 0; at < whole.length(); at += bytes) {
          var end = Math.min(whole.length(), at + bytes);
          script.steps.add(new Step.Send(whole.slice(at, end), token && end == whole.length()));
          script.steps.add(new Step.Wait(interval));
        }
      } else {
        script.steps.add(step);
      }
    }
    return script;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  List<Step> steps() {
    return steps;
  }

  /// All bytes that a reader gets who waits for the end.
  public byte[] bytes() {
    var all = Buffer.buffer();
    for (var step : steps) {
      if (step instanceof Step.Send send) {
        all.appendBuffer(send.bytes());
      }
    }
    return all.getBytes();
  }

  static String quoted(String text) {
    return new JsonArray().add(text).encode().replaceAll("^\\[|]$", "");
  }
}
