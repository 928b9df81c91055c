package dev.parley.chat.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    var prompt = Prompt.of("What is an otter?", earlier, List.of(), "marker", 1_000);

    assertEquals(
        List.of(
            ModelMessage.user("Is anybody there?\n\nHello?"),
            ModelMessage.assistant("I am.\n\nHow can I help?"),
            ModelMessage.user("Never mind.\n\nWhat is an otter?")),
        prompt.messages());
  }

  private static Message said(Message.Role role, String text) {
    return Message.said(new UUID(0, 1), null, role, text, null, Instant.EPOCH);
  }
}
