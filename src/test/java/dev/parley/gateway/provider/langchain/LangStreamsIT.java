package dev.parley.gateway.provider.langchain;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import dev.parley.testkit.dialect.Dialect.Counts;
import dev.parley.testkit.dialect.Dialect.Trouble;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same happenings in three protocols, and the same events of all of them.
final class LangStreamsIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE = FakeProvider.start(VERTX);
  private static final LoopClients LOOPS = new LoopClients(VERTX, Duration.ofSeconds(15), 100);

  @AfterAll
  static void close() {
    FAKE.close();
    Await.end(LOOPS.close());
    Await.end(VERTX.close());
  }

  @ParameterizedTest
  @EnumSource
  void answersInWords(Vendors vendor) {
    var script = ab(vendor);
    vendor.dialect().finish(script, "stop", new Counts(7, 0, 2, 0));

    var heard = heard(vendor, script);

    assertEquals("Text(a) Text( b) Finished(STOP 7+0 in, 2+0 out)", line(heard));
    assertEquals(1, new HashSet<>(heard.threads()).size());
    assertTrue(FAKE.exchanges().getLast().authorization().endsWith("the-key"));
  }

  @ParameterizedTest
  @EnumSource
  void thinksAloud(Vendors vendor) {
    var script = vendor.dialect().begin(7, 0);
    vendor.dialect().thinking(script, "hm");
    vendor.dialect().text(script, "a");
    vendor.dialect().finish(script, "stop", new Counts(7, 0, 2, 5));

    var counted = vendor == Vendors.GEMINI ? "2+5 out" : "7+0 out";
    assertEquals(
        "Thinking(hm) Text(a) Finished(STOP 7+0 in, %s)".formatted(counted),
        line(heard(vendor, script)));
  }

  @ParameterizedTest
  @EnumSource
  void asksForTools(Vendors vendor) {
    var script = vendor.dialect().begin(7, 0);
    vendor.dialect().text(script, "a");
    vendor.dialect().tool(script, 0, "id1", "weather", JsonObject.of("city", "Köln"));
    vendor.dialect().tool(script, 1, "id2", "time", new JsonObject());
    vendor.dialect().finish(script, "tool_calls", new Counts(7, 0, 20, 0));

    assertEquals(
        "Text(a) ToolCall(0 id1 weather {\"city\":\"Köln\"}) ToolCall(1 id2 time {})"
            + " Finished(TOOL_CALLS 7+0 in, 20+0 out)",
        line(heard(vendor, script)));
  }

  @ParameterizedTest
  @EnumSource
  void endsForOtherReasons(Vendors vendor) {
    var script = ab(vendor);
    vendor.dialect().finish(script, "length", new Counts(7, 0, 2, 0));
    assertEquals(FinishReason.LENGTH, reason(heard(vendor, script)));
    if (vendor != Vendors.OLLAMA) {
      var filtered = ab(vendor);
      vendor.dialect().finish(filtered, "content_filter", new Counts(7, 0, 2, 0));
      assertEquals(FinishReason.CONTENT_FILTER, reason(heard(vendor, filtered)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsWhatACacheServedOnce(Vendors vendor) {
    var script = vendor.dialect().begin(10, 8);
    vendor.dialect().text(script, "a");
    vendor.dialect().finish(script, "stop", new Counts(10, 8, 1, 0));

    var counted = vendor == Vendors.OLLAMA ? "10+0 in" : "2+8 in";
    assertEquals(
        "Text(a) Finished(STOP %s, 1+0 out)".formatted(counted), line(heard(vendor, script)));
  }

  @ParameterizedTest
  @EnumSource
  void takesNoCutForAnEnd(Vendors vendor) {
    var counted = vendor == Vendors.ANTHROPIC ? "~7+0 in" : "~1+0 in";
    var failed = "Text(a) Text( b) Failed(INTERRUPTED %s, 2+0 out)".formatted(counted);

    assertEquals(failed, line(heard(vendor, ab(vendor))));
    assertEquals(failed, line(heard(vendor, ab(vendor).cut())));
    assertEquals(failed, line(heard(vendor, ab(vendor).raw("data: {\"half"))));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotWaitForEver(Vendors vendor) {
    var quick = vendor.quick(VERTX, LOOPS, FAKE);

    FAKE.then(ab(vendor).stall());
    var between = Heard.of(VERTX, quick, Vendors.QUESTION);
    assertEquals(Kind.TIMEOUT, failure(between).kind());
    assertEquals("a b", between.text());
    var _ = Await.of(FAKE.exchanges().getLast().closedEarly().future());

    FAKE.then(vendor.dialect().begin(7, 0).stall());
    assertEquals(Kind.TIMEOUT, failure(Heard.of(VERTX, quick, Vendors.QUESTION)).kind());
  }

  @ParameterizedTest
  @EnumSource
  void hearsOfErrorsInsideTheStream(Vendors vendor) {
    var script = ab(vendor);
    vendor.dialect().error(script, Trouble.OVERLOADED);

    var failure = failure(heard(vendor, script));

    assertEquals(Kind.OVERLOADED, failure.kind());
    assertFalse(failure.detail().contains("not shown"), failure.detail());
    var nonsense = ab(vendor).raw(vendor == Vendors.OLLAMA ? "{{\n" : "data: {{\n\n");
    assertEquals(Kind.MALFORMED, failure(heard(vendor, nonsense)).kind());
  }

  @ParameterizedTest
  @EnumSource
  void knowsWhatARefusalMeans(Vendors vendor) {
    assertEquals(Kind.UNAUTHORIZED, refused(vendor, Trouble.WRONG_KEY).kind());
    assertEquals(Kind.OVERLOADED, refused(vendor, Trouble.OVERLOADED).kind());
    assertEquals(Kind.RATE_LIMITED, refused(vendor, Trouble.TOO_MANY).kind());
    assertEquals(Kind.CONTEXT_TOO_LONG, refused(vendor, Trouble.TOO_LONG).kind());
    if (vendor != Vendors.OLLAMA) {
      assertEquals(Kind.QUOTA_EXHAUSTED, refused(vendor, Trouble.QUOTA).kind());
    }
    var fault = refused(vendor, Trouble.BAD_REQUEST);
    assertEquals(Kind.REJECTED, fault.kind());
    assertFalse(fault.detail().contains("no such field"), "only the caller is told");
    var error = new JsonObject(requireNonNull(fault.refusal()).body()).getJsonObject("error");
    assertEquals("no such field", error.getString("message"));
    assertEquals("invalid_request_error", error.getString("type"));
  }

  @ParameterizedTest
  @EnumSource
  void keepsHowLongToWait(Vendors vendor) {
    FAKE.then(vendor.dialect().refusal(Trouble.TOO_MANY, "").header("retry-after", "11"));

    var failure = failure(Heard.of(VERTX, provider(vendor), Vendors.QUESTION));

    assertEquals(Duration.ofSeconds(11), failure.retryAfter());
  }

  @ParameterizedTest
  @EnumSource
  void closesTheProvidersSocketWhenCancelled(Vendors vendor) {
    var script = vendor.dialect().begin(7, 0);
    for (var i = 0; i < 500; i++) {
      vendor.dialect().text(script, "word ");
      var _ = script.pause(Duration.ofMillis(10));
    }
    FAKE.then(script);
    var heard = Heard.of(VERTX, provider(vendor), Vendors.QUESTION);
    var _ = heard.awaitText();

    heard.stream().cancel();

    assertEquals(FinishReason.CANCELLED, reason(heard));
    var said = heard.events().size();
    var _ = Await.of(FAKE.exchanges().getLast().closedEarly().future());
    assertEquals(said, heard.events().size(), "nothing after the end");
    assertEquals(1, heard.ends());
  }

  @ParameterizedTest
  @EnumSource
  void endsWithItsCall(Vendors vendor) {
    FAKE.then(ab(vendor).stall());
    var call = Calls.within(Duration.ofMillis(400));
    var provider = provider(vendor);

    var heard =
        Heard.of(Heard.newLoop(VERTX), events -> provider.open(call, Vendors.QUESTION, events));

    assertEquals(Kind.TIMEOUT, failure(heard).kind());
  }

  @ParameterizedTest
  @EnumSource
  void usesAConnectionAgain(Vendors vendor) {
    for (var i = 0; i < 3; i++) {
      var script = ab(vendor);
      vendor.dialect().finish(script, "stop", new Counts(7, 0, 2, 0));
      FAKE.then(script);
    }
    var loop = Heard.newLoop(VERTX);
    var provider = provider(vendor);
    var peers = new HashSet<String>();
    for (var i = 0; i < 3; i++) {
      var heard = Heard.of(loop, events -> provider.open(Calls.any(), Vendors.QUESTION, events));
      assertEquals(FinishReason.STOP, reason(heard));
      var exchange = FAKE.exchanges().getLast();
      var _ = Await.of(exchange.sent().future());
      var _ = peers.add(exchange.peer());
    }

    assertEquals(1, peers.size());
  }

  @Test
  void geminiWithholdsAPrompt() {
    var blocked = "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":{}}";

    var heard = heard(Vendors.GEMINI, Script.stream().data(blocked));

    assertEquals("Finished(CONTENT_FILTER ~1+0 in, 0+0 out)", line(heard));
  }

  private static ProviderFailure refused(Vendors vendor, Trouble trouble) {
    return failure(heard(vendor, vendor.dialect().refusal(trouble, "no such field")));
  }

  private static Script ab(Vendors vendor) {
    var script = vendor.dialect().begin(7, 0);
    vendor.dialect().text(script, "a");
    vendor.dialect().text(script, " b");
    return script;
  }

  private static Provider provider(Vendors vendor) {
    return vendor.patient(VERTX, LOOPS, FAKE);
  }

  private static Heard heard(Vendors vendor, Script script) {
    FAKE.then(script);
    var heard = Heard.of(VERTX, provider(vendor), Vendors.QUESTION);
    var _ = heard.end();
    return heard;
  }

  private static String line(Heard heard) {
    assertEquals(1, heard.ends());
    return Told.line(heard.events());
  }

  private static FinishReason reason(Heard heard) {
    return assertInstanceOf(ModelEvent.Finished.class, heard.end()).reason();
  }

  private static ProviderFailure failure(Heard heard) {
    return assertInstanceOf(ModelEvent.Failed.class, heard.end()).failure();
  }
}
