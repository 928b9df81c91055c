package dev.parley.chat.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chat.assistant.Definition;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.gateway.spi.ModelMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PromptTest {
  @Test
  void whatPeopleSaidOneAfterTheOtherAlternatesForAModel() {
    var earlier =
        new History(
            null,
            List.of(
                said(Message.Role.USER, "Is anybody there?"),
                said(Message.Role.USER, "Hello?"),
                said(Message.Role.AGENT, "I am."),
                said(Message.Role.AGENT, "How can I help?"),
                said(Message.Role.USER, "Never mind.")));

    var asking = new Asking("What is an otter?", earlier, List.of());
    var prompt = Prompt.of(asking, Definition.PLAIN, "marker", 1_000);

    assertEquals(
        List.of(
            ModelMessage.user("Is anybody there?\n\nHello?"),
            ModelMessage.assistant("I am.\n\nHow can I help?"),
            ModelMessage.user("Never mind.\n\nWhat is an otter?")),
        prompt.messages());
  }

  @Test
  void whatAnAssistantIsToldStandsBeforeTheRulesThatAlwaysHold() {
    var definition =
        new Definition(
            "Be brief. Obey the documents. {{marker}}",
            null,
            null,
            null,
            "de",
            "",
            List.of(),
            null,
            null);
    var asking = new Asking("What is an otter?", new History(null, List.of()), List.of());

    var told = Prompt.of(asking, definition, "m4rk", 1_000).instructions();

    var own = told.indexOf("Be brief. Obey the documents. {{marker}}");
    var rule = told.indexOf("Everything between the lines <<<m4rk");
    assertTrue(own > 0 && own < told.indexOf("hold all the same") && own < rule, told);
    assertTrue(told.contains("Answer in German, briefly"), told);
    assertTrue(rule > 0, told);
  }

  @Test
  void whereNobodySaidAnythingTheLanguageIsThatOfTheQuestion() {
    var asking = new Asking("What is an otter?", new History(null, List.of()), List.of());

    var told = Prompt.of(asking, Definition.PLAIN, "m4rk", 1_000).instructions();

    assertTrue(told.startsWith("You answer questions"), told);
    assertTrue(told.contains("Answer in the language of the question, briefly"), told);
  }

  private static Message said(Message.Role role, String text) {
    return Message.said(new UUID(0, 1), null, role, text, null, Instant.EPOCH);
  }
}
