package dev.parley.gateway.provider.openai;

import static dev.parley.testkit.Script.refusal;
import static dev.parley.testkit.Script.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a provider may do on the wire, and the one end that each of it has.
final class OpenAiStreamsIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE = FakeProvider.start(VERTX);
  private static final OpenAiProvider PROVIDER =
      Settings.provider(VERTX, Settings.patient(FAKE.baseUrl()));
  private static final OpenAiProvider QUICK =
      Settings.provider(VERTX, Settings.quick(FAKE.baseUrl()));

  @BeforeAll
  static void warmUp() {
    FAKE.then(stream().token("x").finish("stop").done());
    var _ = Heard.of(VERTX, PROVIDER, Settings.QUESTION).end();
  }

  @AfterAll
  static void close() throws Exception {
    FAKE.close();
    VERTX.close().await(10, TimeUnit.SECONDS);
  }

  record Case(String name, Script script, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            goodEnds(), otherGoodEnds(), usages(), badEnds(), errors(), refusals(), nonsense())
        .flatMap(part -> part);
  }

  private static Case one(String name, Script script, String expected) {
    return new Case(name, script, expected);
  }

  private static Stream<Case> goodEnds() {
    return Stream.of(
        one(
            "whole",
            ab().finish("stop").usage(3, 2).done(),
            "Text(a) Text(b) Finished(STOP 3+0 in, 2+0 out)"),
        one(
            "no DONE",
            ab().finish("stop").usage(3, 2),
            "Text(a) Text(b) Finished(STOP 3+0 in, 2+0 out)"),
        one(
            "no DONE, no usage",
            ab().finish("stop"),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "cut after finish",
            ab().finish("stop").cut(),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "stall after finish",
            ab().finish("stop").stall(),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "stall after DONE",
            ab().finish("stop").done().stall(),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "text after finish",
            ab().finish("stop").token("c").done(),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "text after DONE",
            ab().finish("stop").done().token("c"),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"));
  }

  private static Stream<Case> otherGoodEnds() {
    return Stream.of(
        one(
            "length",
            ab().finish("length").done(),
            "Text(a) Text(b) Finished(LENGTH ~1+0 in, 2+0 out)"),
        one(
            "filter",
            ab().finish("content_filter").done(),
            "Text(a) Text(b) Finished(CONTENT_FILTER ~1+0 in, 2+0 out)"),
        one(
            "unknown reason",
            ab().finish("eos").done(),
            "Text(a) Text(b) Finished(STOP ~1+0 in, 2+0 out)"),
        one(
            "empty answer",
            stream().role().finish("stop").usage(3, 0).done(),
            "Finished(STOP 3+0 in, 0+0 out)"),
        one(
            "slow but alive",
            stream().tokens(4, Duration.ofMillis(150)).finish("stop").done(),
            "Text(t0 ) Text(t1 ) Text(t2 ) Text(t3 ) Finished(STOP ~1+0 in, 4+0 out)"),
        one(
            "no content type",
            Script.empty().token("a").finish("stop").done(),
            "Text(a) Finished(STOP ~1+0 in, 1+0 out)"),
        one(
            "comments",
            stream().raw(": x\n\n").token("a").raw(":\n").finish("stop").done(),
            "Text(a) Finished(STOP ~1+0 in, 1+0 out)"),
        one(
            "refusal",
            stream()
                .data("{\"choices\":[{\"delta\":{\"refusal\":\"No.\"}}]}")
                .finish("stop")
                .done(),
            "Text(No.) Finished(STOP ~1+0 in, 1+0 out)"));
  }

  private static Stream<Case> usages() {
    return Stream.of(
        one(
            "zero is zero",
            ab().finish("stop").usage(0, 0).done(),
            "Text(a) Text(b) Finished(STOP 0+0 in, 0+0 out)"),
        one(
            "cached",
            ab().finish("stop")
                .data(
                    usage(
                        "\"prompt_tokens\":10,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":8}"))
                .done(),
            "Text(a) Text(b) Finished(STOP 2+8 in, 2+0 out)"),
        one(
            "more cached than read",
            ab().finish("stop")
                .data(
                    usage(
                        "\"prompt_tokens\":10,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":80}"))
                .done(),
            "Text(a) Text(b) Finished(STOP ~0+10 in, 2+0 out)"),
        one(
            "negative",
            ab().finish("stop").data(usage("\"prompt_tokens\":-5,\"completion_tokens\":-1")).done(),
            "Text(a) Text(b) Finished(STOP ~0+0 in, 0+0 out)"),
        one(
            "null details",
            ab().finish("stop")
                .data(
                    usage(
                        "\"prompt_tokens\":5,\"completion_tokens\":1,\"prompt_tokens_details\":null"))
                .done(),
            "Text(a) Text(b) Finished(STOP 5+0 in, 1+0 out)"),
        one(
            "counted, then cut",
            ab().usage(5, 2).cut(),
            "Text(a) Text(b) Failed(INTERRUPTED 5+0 in, 2+0 out)"));
  }

  private static Stream<Case> badEnds() {
    return Stream.of(
        one("EOF without finish", ab(), "Text(a) Text(b) Failed(INTERRUPTED ~1+0 in, 2+0 out)"),
        one(
            "DONE without finish",
            ab().done(),
            "Text(a) Text(b) Failed(INTERRUPTED ~1+0 in, 2+0 out)"),
        one("cut after text", ab().cut(), "Text(a) Text(b) Failed(INTERRUPTED ~1+0 in, 2+0 out)"),
        one("cut before text", stream().role().cut(), "Failed(UNREACHABLE ~1+0 in, 0+0 out)"),
        one("cut before headers", stream().cut(), "Failed(UNREACHABLE ~0+0 in, 0+0 out)"),
        one("nothing at all", stream(), "Failed(INTERRUPTED ~1+0 in, 0+0 out)"),
        one(
            "half an event",
            stream().token("a").raw("data: {\"choices\":[{\"del"),
            "Text(a) Failed(INTERRUPTED ~1+0 in, 1+0 out)"),
        one(
            "finish in half an event",
            stream()
                .token("a")
                .raw("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n"),
            "Text(a) Failed(INTERRUPTED ~1+0 in, 1+0 out)"));
  }

  private static Stream<Case> errors() {
    return Stream.of(
        one(
            "error in stream",
            ab().data(error("\"type\":\"server_error\"")),
            "Text(a) Text(b) Failed(OVERLOADED ~1+0 in, 2+0 out)"),
        one(
            "error first",
            stream().data(error("\"code\":\"rate_limit_exceeded\"")),
            "Failed(RATE_LIMITED ~1+0 in, 0+0 out)"),
        one(
            "quota",
            stream().data(error("\"code\":\"insufficient_quota\"")),
            "Failed(QUOTA_EXHAUSTED ~1+0 in, 0+0 out)"),
        one(
            "key",
            stream().data(error("\"code\":\"invalid_api_key\"")),
            "Failed(UNAUTHORIZED ~1+0 in, 0+0 out)"),
        one(
            "too long",
            stream().data(error("\"code\":\"context_length_exceeded\"")),
            "Failed(CONTEXT_TOO_LONG ~1+0 in, 0+0 out)"),
        one(
            "numeric code",
            stream().data(error("\"code\":502")),
            "Failed(OVERLOADED ~1+0 in, 0+0 out)"),
        one(
            "error is text",
            stream().data("{\"error\":\"no\"}"),
            "Failed(OVERLOADED ~1+0 in, 0+0 out)"),
        one(
            "finish_reason error",
            ab().data(
                    "{\"choices\":[{\"delta\":{},\"finish_reason\":\"error\",\"error\":{\"code\":429}}]}"),
            "Text(a) Text(b) Failed(RATE_LIMITED ~1+0 in, 2+0 out)"),
        one(
            "error in 200 JSON",
            refusal(200, error("\"code\":\"invalid_api_key\"")),
            "Failed(UNAUTHORIZED ~0+0 in, 0+0 out)"));
  }

  private static Stream<Case> refusals() {
    return Stream.of(400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529, 302)
        .map(status ->
            one("status " + status, refusal(status, error("\"type\":\"x\"")), kind(status)));
  }

  private static String kind(int status) {
    var kind =
        switch (status) {
          case 401, 402, 403 -> "UNAUTHORIZED";
          case 408 -> "OVERLOADED";
          case 429 -> "RATE_LIMITED";
          case 302 -> "MALFORMED";
          default -> status < 500 ? "REJECTED" : "OVERLOADED";
        };
    return "Failed(" + kind + " ~0+0 in, 0+0 out)";
  }

  private static Stream<Case> nonsense() {
    return Stream.of(
        one(
            "HTML",
            Script.empty().header("content-type", "text/html").raw("<html>"),
            "Failed(MALFORMED ~0+0 in, 0+0 out)"),
        one(
            "HTML, refused",
            refusal(502, "<html>bad gateway"),
            "Failed(OVERLOADED ~0+0 in, 0+0 out)"),
        one(
            "not JSON",
            stream().token("a").data("hello"),
            "Text(a) Failed(MALFORMED ~1+0 in, 1+0 out)"),
        one(
            "not UTF-8",
            stream().raw(new byte[] {'d', 'a', 't', 'a', ':', '"', (byte) 0xFF, '"', '\n', '\n'}),
            "Failed(MALFORMED ~1+0 in, 0+0 out)"),
        one("a list", stream().data("[1]"), "Failed(MALFORMED ~1+0 in, 0+0 out)"),
        one(
            "too deep",
            stream().data("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"),
            "Failed(MALFORMED ~1+0 in, 0+0 out)"),
        one(
            "an event without end",
            stream().raw("data: " + "x".repeat(300 << 10)).raw("\n\n"),
            "Failed(MALFORMED ~1+0 in, 0+0 out)"),
        one(
            "a line without end",
            stream().raw("x".repeat(2 << 20)).stall(),
            "Failed(MALFORMED ~1+0 in, 0+0 out)"));
  }

  static Stream<Case> silences() {
    return Stream.of(
        one(
            "no first byte",
            Script.empty().pause(Duration.ofSeconds(30)),
            "Failed(TIMEOUT ~0+0 in, 0+0 out)"),
        one("headers, then nothing", stream().stall(), "Failed(TIMEOUT ~1+0 in, 0+0 out)"),
        one("role, then nothing", stream().role().stall(), "Failed(TIMEOUT ~1+0 in, 0+0 out)"),
        one("comments only", pings(stream(), 40), "Failed(TIMEOUT ~1+0 in, 0+0 out)"),
        one("text, then nothing", ab().stall(), "Text(a) Text(b) Failed(TIMEOUT ~1+0 in, 2+0 out)"),
        one(
            "text, then comments",
            pings(ab(), 40),
            "Text(a) Text(b) Failed(TIMEOUT ~1+0 in, 2+0 out)"),
        one(
            "thinking, then nothing",
            stream().data("{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}").stall(),
            "Thinking(hm) Failed(TIMEOUT ~1+0 in, 1+0 out)"));
  }

  private static Script pings(Script script, int count) {
    for (var i = 0; i < count; i++) {
      var _ = script.pause(Duration.ofMillis(50)).raw(": ping\n\n");
    }
    return script;
  }

  private static Script ab() {
    return stream().role().token("a").token("b");
  }

  private static String error(String fields) {
    return "{\"error\":{\"message\":\"words that are not shown\"," + fields + "}}";
  }

  private static String usage(String fields) {
    return "{\"choices\":[],\"usage\":{" + fields + "}}";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheOneEndThatBelongsToIt(Case expected) {
    check(PROVIDER, expected);
  }

  @ParameterizedTest
  @MethodSource("silences")
  void doesNotWaitForEver(Case expected) {
    check(QUICK, expected);
  }

  private static void check(OpenAiProvider provider, Case expected) {
    FAKE.then(expected.script());

    var heard = Heard.of(VERTX, provider, Settings.QUESTION);

    var _ = heard.end();
    assertEquals(expected.expected(), Told.line(heard.events()));
    assertEquals(1, heard.ends());
  }
}
