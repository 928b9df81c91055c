package dev.parley.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.gateway.spi.EmbeddingProblem;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.RawExchange;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// `/v1/embeddings` of the model inside this process.
final class LocalEmbeddings {
  private static final int MOST_TEXTS = 256;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Embedder embedder;

  LocalEmbeddings(Embedder embedder) {
    this.embedder = embedder;
  }

  String model() {
    return embedder.model();
  }

  void answer(RawExchange exchange, Call call, JsonRequest request) {
    var body = read(request.bytes());
    var texts = texts(body.path("input"));
    var base64 = body.path("encoding_format").asText("float").equals("base64");
    var _ =
        embedder
            .embed(call, texts, Urgency.QUESTION)
            .onSuccess(
                vectors -> exchange.answer(200, "application/json", write(texts, vectors, base64)))
            .onFailure(failure ->
                exchange.fail(
                    failure instanceof EmbeddingProblem.Busy
                        ? new HttpProblem.Overloaded()
                        : failure));
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("a body that was read before", e);
    }
  }

  private static List<String> texts(JsonNode input) {
    if (input.isTextual()) {
      return List.of(input.textValue());
    }
    var texts = new ArrayList<String>();
    for (var element : input) {
      if (!element.isTextual()) {
        throw JsonRequest.invalid("input", "must be text or a list of texts for this model");
      }
      texts.add(element.textValue());
    }
    if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
      throw JsonRequest.invalid("input", "must hold 1 to " + MOST_TEXTS + " texts");
    }
    return texts;
  }

  private Buffer write(List<String> texts, List<float[]> vectors, boolean base64) {
    var root = JsonNodeFactory.instance.objectNode().put("object", "list");
    var data = root.putArray("data");
    for (var i = 0; i < vectors.size(); i++) {
      var item = data.addObject().put("object", "embedding").put("index", i);
      var vector = vectors.get(i);
      if (base64) {
        item.put("embedding", base64(vector));
      } else {
        var numbers = item.putArray("embedding");
        for (var number : vector) {
          numbers.add(number);
        }
      }
    }
    var read =
        texts.stream()
            .mapToLong(text -> Math.min(embedder.count(text), embedder.maxTokens()))
            .sum();
    root.put("model", embedder.model());
    root.putObject("usage").put("prompt_tokens", read).put("total_tokens", read);
    return Buffer.buffer(root.toString());
  }

  private static String base64(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var number : vector) {
      bytes.putFloat(number);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
