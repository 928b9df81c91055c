package dev.parley.gateway.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.policy.Judged;
import dev.parley.policy.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The texts of a request that a model will read, wherever in its messages they stand; and the same
/// request with other texts. Only for workspaces that have rules: others are handed on as they
/// came.
final class RequestTexts {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Set<String> NO_TEXTS =
      Set.of("role", "type", "id", "tool_call_id", "url", "data", "file_data", "file_id", "format");

  private final byte[] body;
  private final JsonNode root;
  private final List<Slot> asked = new ArrayList<>();
  private final List<Slot> beside = new ArrayList<>();

  private RequestTexts(byte[] body, JsonNode root) {
    this.body = body;
    this.root = root;
  }

  /// @param body one that was read before
  static RequestTexts of(byte[] body) {
    try {
      var texts = new RequestTexts(body, JSON.readTree(body));
      var root = texts.root;
      if (root instanceof ObjectNode object && object.has("input")) {
        texts.field(object, "input", texts.asked);
      }
      for (var message : root.path("messages")) {
        var ofModel = message.path("role").asText().equals("assistant");
        texts.walk(message, ofModel ? texts.beside : texts.asked);
      }
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException("a body that was read before", e);
    }
  }

  /// For the rules: what a model said before was allowed when it was said.
  Said said() {
    return new Said(
        asked.stream().map(Slot::text).toList(),
        List.of(),
        beside.stream().map(Slot::text).toList());
  }

  /// The request with the texts that may go on; the very same bytes where nothing changes.
  byte[] with(Judged judged) {
    var changed = put(asked, judged.asked());
    changed = put(beside, judged.beside()) || changed;
    try {
      return changed ? JSON.writeValueAsBytes(root) : body;
    } catch (IOException e) {
      throw new IllegalStateException("a tree that was read", e);
    }
  }

  private static boolean put(List<Slot> slots, List<String> texts) {
    var changed = false;
    for (var i = 0; i < slots.size(); i++) {
      if (!slots.get(i).text().equals(texts.get(i))) {
        slots.get(i).put().accept(texts.get(i));
        changed = true;
      }
    }
    return changed;
  }

  private void walk(JsonNode node, List<Slot> slots) {
    switch (node) {
      case ObjectNode object -> {
        for (var field : object.properties()) {
          if (!NO_TEXTS.contains(field.getKey())) {
            field(object, field.getKey(), slots);
          }
        }
      }
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          var place = i;
          if (array.get(i).isTextual()) {
            slots.add(
                new Slot(array.get(i).textValue(), text -> array.set(place, new TextNode(text))));
          } else {
            walk(array.get(i), slots);
          }
        }
      }
      default -> {} // numbers and the like
    }
  }

  private void field(ObjectNode object, String name, List<Slot> slots) {
    var value = object.path(name);
    if (value.isTextual()) {
      slots.add(new Slot(value.textValue(), text -> object.put(name, text)));
    } else {
      walk(value, slots);
    }
  }

  /// A text and how to put another one in its place.
  private record Slot(String text, Consumer<String> put) {}
}
