package dev.parley.gateway.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short way of reading a piece of text tells what the long way tells, or leaves it to it.
final class PlainChunkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"delta\":{\"content\":\"hi\"}}]}",
        "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ü \\u00e9\\n\"},"
            + "\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}",
        "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}}]}",
        "{\"choices\":[{\"delta\":{}}],\"provider\":\"p\"}",
        "{\"choices\":[{\"delta\":{\"content\":null}}],\"error\":null}",
        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"second choice\"}}]}",
        "{}",
      })
  void readsAPieceOfTextAsTheLongWayDoes(String json) throws IOException {
    var plain = plain(json);

    assertNotNull(plain, json);
    assertEquals(Chunk.any(bytes(json), bytes(json).length), plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}",
        "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":1}}",
        "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"x_groq\":{\"usage\":{}}}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":\"{\"}}]}}]}",
        "{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}",
        "{\"choices\":[{\"delta\":{\"refusal\":\"no\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"a\"}},{\"delta\":{\"content\":\"b\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":[{\"text\":\"a\"}]}}]}",
        "{\"choices\":[{\"error\":{\"code\":500},\"delta\":{\"content\":\"a\"}}]}",
        "{\"error\":\"overloaded\"}",
        "{\"choices\":[{\"delta\":\"text\"}]}",
        "[]",
        "7",
      })
  void leavesEverythingElse(String json) throws IOException {
    assertNull(plain(json), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]",
        "{\"choices\":[{\"delta\":{\"content\":\"a",
        "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]} trailing }",
        "{\"choices\" [",
        "",
      })
  void takesNoBrokenEventThatTheLongWayRefuses(String json) {
    boolean refused;
    try {
      var _ = Chunk.any(bytes(json), bytes(json).length);
      refused = false;
    } catch (IOException _) {
      refused = true;
    }

    if (refused) {
      assertThrows(IOException.class, () -> Chunk.of(bytes(json), bytes(json).length));
    }
  }

  private static @Nullable Chunk plain(String json) throws IOException {
    try (var parser = new JsonFactory().createParser(bytes(json))) {
      return PlainChunk.read(parser);
    }
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
