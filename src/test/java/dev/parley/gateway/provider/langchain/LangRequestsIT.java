package dev.parley.gateway.provider.langchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.gateway.spi.ModelMessage.ToolUse;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.Wishes;
import dev.parley.gateway.spi.Wishes.Effort;
import dev.parley.gateway.spi.Wishes.JsonForm;
import dev.parley.gateway.spi.Wishes.Tool;
import dev.parley.gateway.spi.Wishes.ToolChoice;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each provider is sent, word by word.
final class LangRequestsIT {
  private static final Path EXPECTED = Path.of("src/test/resources/requests");
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE =
      FakeProvider.start(VERTX, 0, () -> Script.refusal(503, "{}"));
  private static final LoopClients LOOPS = new LoopClients(VERTX, Duration.ofSeconds(15), 100);

  private static final JsonObject SCHEMA =
      new JsonObject(
          """
          {"type":"object","additionalProperties":false,
           "properties":{
             "city":{"type":"string","description":"Where","minLength":1},
             "days":{"type":["integer","null"],"minimum":1},
             "unit":{"enum":["c","f"]},
             "at":{"$ref":"#/$defs/place"},
             "tags":{"type":"array","items":{"type":"string"}}},
           "required":["city"],
           "$defs":{"place":{"type":"object","properties":{"lat":{"type":"number"}}}}}
          """);

  @AfterAll
  static void close() {
    FAKE.close();
    Await.end(LOOPS.close());
    Await.end(VERTX.close());
  }

  @ParameterizedTest
  @EnumSource
  void sendsToolsImagesAndWhatToolsGave(Vendors vendor) throws IOException {
    var use = new ToolUse("call_1~c2ln", "weather", "{\"city\":\"Köln\"}");
    var messages =
        List.of(
            new ModelMessage.User("look", List.of(new Image.Inline("image/png", "aGk="))),
            new ModelMessage.Assistant("", List.of(use)),
            new ModelMessage.ToolResult("call_1~c2ln", "weather", "rain"),
            ModelMessage.user("and now?"));
    var wishes =
        new Wishes(
            List.of(new Tool("weather", "What it is like", SCHEMA)),
            ToolChoice.AUTO,
            null,
            List.of("END"),
            0.9,
            7,
            null);

    check(
        vendor, "tools", new ModelRequest("m", "Be brief.", messages, List.of(), 50, 0.5, wishes));
  }

  @ParameterizedTest
  @EnumSource
  void sendsFormsAndEffort(Vendors vendor) throws IOException {
    var schema = SCHEMA.copy();
    schema.remove("$defs");
    schema.getJsonObject("properties").remove("at");
    var form = new JsonForm("place", schema);
    var wishes = new Wishes(List.of(), ToolChoice.AUTO, form, List.of(), null, null, Effort.LOW);

    check(vendor, "form", Vendors.QUESTION.with(wishes));
  }

  @Test
  void fetchesNoImagesItself() {
    var message =
        new ModelMessage.User("look", List.of(new Image.Linked("http://127.0.0.1:1/secret.png")));
    var question = new ModelRequest("m", "", List.of(message), List.of(), 50, 0.5);
    for (var vendor : List.of(Vendors.GEMINI, Vendors.OLLAMA)) {
      var before = FAKE.exchanges().size();

      var end = Heard.of(VERTX, vendor.patient(VERTX, LOOPS, FAKE), question).end();

      var failed = assertInstanceOf(ModelEvent.Failed.class, end);
      assertEquals(Kind.REJECTED, failed.failure().kind());
      assertEquals(before, FAKE.exchanges().size(), "nothing was sent");
    }
  }

  private static void check(Vendors vendor, String name, ModelRequest request) throws IOException {
    var _ = Heard.of(VERTX, vendor.patient(VERTX, LOOPS, FAKE), request).end();

    var sent = FAKE.exchanges().getLast();
    var file = EXPECTED.resolve(vendor.name().toLowerCase(Locale.ROOT) + "-" + name + ".json");
    var actual = sent.uri() + "\n" + sent.body().encodePrettily();
    if (Boolean.getBoolean("requests.write")) {
      var _ = Files.writeString(file, actual + "\n");
    }
    assertEquals(Files.readString(file).strip(), actual);
  }
}
