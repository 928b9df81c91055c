package dev.parley.gateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.spi.ModelEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/// An answer in OpenAI's form, broken off at every place and cut in every way.
final class ResumptionTest {
  private static final String ANSWER = "The lantern of Tarn is blue, said \"she\".";

  @Test
  void goesOnFromEveryPlaceHoweverTheNextOneIsCut() throws Exception {
    for (var broken = 1; broken < ANSWER.length(); broken++) {
      for (var size = 1; size < 8; size++) {
        var resumption = new Resumption();
        var heard = new StringBuilder();
        hear(resumption, event(ANSWER.substring(0, broken)), heard);
        resumption.again();
        for (var at = 0; at < ANSWER.length(); at += size) {
          var end = Math.min(ANSWER.length(), at + size);
          hear(resumption, event(ANSWER.substring(at, end)), heard);
        }
        assertFalse(resumption.isBehind());
        assertEquals(ANSWER, heard.toString());
      }
    }
  }

  @Test
  void unknownFieldsOfWhatIsNotCutSurvive() throws Exception {
    var resumption = new Resumption();
    var event = "data: {\"x\":[1.0],\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";

    var passed = resumption.pass(bytes(event)).orElseThrow();

    assertEquals(event, ((ModelEvent.Bytes) passed).piece().toString());
  }

  @Test
  void anotherAnswerDiffers() throws Exception {
    var resumption = new Resumption();
    hear(resumption, event("The lantern"), new StringBuilder());
    resumption.again();

    assertThrows(Resumption.Differs.class, () -> resumption.pass(bytes(event("The lamp"))));
  }

  @Test
  void anEndBeforeTheBreakDiffers() throws Exception {
    var resumption = new Resumption();
    hear(resumption, event("The lantern"), new StringBuilder());
    resumption.again();
    hear(resumption, event("The"), new StringBuilder());
    var finish = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    assertThrows(Resumption.Differs.class, () -> resumption.pass(bytes(finish)));
  }

  @Test
  void callsOfToolsAreNotGoneOnWith() throws Exception {
    var resumption = new Resumption();
    hear(resumption, event("I look."), new StringBuilder());
    assertTrue(resumption.isPossible());
    var _ = resumption.pass(new ModelEvent.ToolCall(0, "id", "look", "{}"));

    assertFalse(resumption.isPossible());
  }

  private static void hear(Resumption resumption, String event, StringBuilder heard)
      throws Exception {
    var passed = resumption.pass(bytes(event));
    if (passed.isPresent()) {
      var text = ((ModelEvent.Bytes) passed.get()).piece().toString();
      var delta =
          new JsonObject(text.substring("data: ".length()))
              .getJsonArray("choices")
              .getJsonObject(0)
              .getJsonObject("delta");
      heard.append(delta.getString("content", ""));
    }
  }

  private static ModelEvent bytes(String event) {
    return new ModelEvent.Bytes(Buffer.buffer(event), true);
  }

  private static String event(String content) {
    var delta = new JsonObject().put("content", content);
    var choice = new JsonObject().put("index", 0).put("delta", delta);
    return "data: {\"choices\":[" + choice + "]}\n\n";
  }
}
