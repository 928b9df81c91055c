package dev.parley.gateway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request of a caller: its bytes, and what of them we must know.
///
/// The estimate of what will be read is on the safe side: one token for three characters of ASCII
/// and one for every other character, eight for each message and 1,600 for each image.
public final class JsonRequest implements WireRequest {
  private static final int CHARACTERS = 3;
  private static final int PER_MESSAGE = 8;
  private static final int PER_IMAGE = 1_600;
  private static final long MOST_TOKENS = 10_000_000;
  private static final String USAGE = "\"stream_options\":{\"include_usage\":true}";

  private final Kind kind;
  private final byte[] body;
  private final TopLevel fields;
  private final Facts facts;

  /// What is read while the fields are passed.
  private static final class Facts {
    private String model = "";
    private boolean streaming;
    private boolean wantsUsage;
    private double temperature = Double.NaN;
    private long maxTokens = -1;
    private long choices = 1;
    private long characters;
    private long otherCharacters;
    private long messages;
    private long images;
    private @Nullable CacheWish cache;
  }

  private JsonRequest(Kind kind, byte[] body) {
    this.kind = kind;
    this.body = body;
    this.facts = new Facts();
    this.fields = TopLevel.of(body, this::read);
  }

  /// Reads a body. Throws [HttpProblem] when it is no JSON object or lacks what every request has.
  static JsonRequest of(Kind kind, Buffer body) {
    var request = new JsonRequest(kind, body.getBytes());
    var needed = kind == Kind.CHAT ? "messages" : "input";
    if (request.facts.model.isEmpty()) {
      throw missing("model");
    }
    if (request.fields.find(needed) == null) {
      throw missing(needed);
    }
    return request;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /// The name that the caller gave.
  public String model() {
    return facts.model;
  }

  @Override
  public boolean streaming() {
    return facts.streaming;
  }

  @Override
  public boolean wantsUsage() {
    return facts.wantsUsage;
  }

  /// Whether the same request may well be given the same answer.
  boolean isDeterministic() {
    return kind == Kind.EMBEDDINGS || facts.temperature == 0;
  }

  /// What the caller wants of the cache; null when nothing was said.
  @Nullable CacheWish cache() {
    return facts.cache;
  }

  @Override
  public long inputTokens() {
    return facts.characters / CHARACTERS
        + facts.otherCharacters
        + PER_MESSAGE * facts.messages
        + PER_IMAGE * facts.images
        + 1;
  }

  @Override
  public long outputTokens(long otherwise) {
    if (kind == Kind.EMBEDDINGS) {
      return 0;
    }
    return facts.choices * (facts.maxTokens >= 0 ? facts.maxTokens : otherwise);
  }

  byte[] bytes() {
    return body;
  }

  @Override
  public Buffer bodyFor(String model) {
    var changes = new ArrayList<Change>();
    var named = fields.find("model");
    if (named != null && !model.equals(facts.model)) {
      changes.add(new Change(named.value(), named.end(), quoted(model)));
    }
    if (facts.streaming) {
      changes.add(withUsage());
    }
    var wish = fields.find(CacheWish.FIELD);
    if (wish != null) {
      var span = fields.span(wish);
      changes.add(new Change(span.from(), span.to(), Buffer.buffer()));
    }
    return changes.isEmpty() ? Buffer.buffer(body) : changed(changes);
  }

  private Change withUsage() {
    var given = fields.find("stream_options");
    if (given != null) {
      return new Change(given.start(), given.end(), Buffer.buffer(USAGE));
    }
    var at = fields.behindLast();
    return new Change(at, at, Buffer.buffer("," + USAGE));
  }

  private Buffer changed(List<Change> changes) {
    changes.sort(Comparator.comparingInt(Change::from));
    var out = Buffer.buffer(body.length + USAGE.length() + 64);
    var at = 0;
    for (var change : changes) {
      out.appendBytes(body, at, Math.max(0, change.from() - at)).appendBuffer(change.by());
      at = Math.max(at, change.to());
    }
    return out.appendBytes(body, at, body.length - at);
  }

  private void read(String name, JsonParser parser) throws IOException {
    var token = parser.currentToken();
    switch (name) {
      case "model" -> facts.model = token == JsonToken.VALUE_STRING ? parser.getText() : "";
      case "stream" -> facts.streaming = token == JsonToken.VALUE_TRUE;
      case "temperature" ->
          facts.temperature = token.isNumeric() ? parser.getDoubleValue() : facts.temperature;
      case "max_tokens", "max_completion_tokens" -> facts.maxTokens = bound(name, parser);
      case "n" -> facts.choices = Math.max(1, bound(name, parser));
      case "stream_options" -> readStreamOptions(parser);
      case CacheWish.FIELD -> facts.cache = CacheWish.read(parser);
      case "messages", "input", "tools", "functions", "response_format" -> weigh(parser);
      default -> parser.skipChildren();
    }
  }

  private static long bound(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return -1;
    }
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      parser.skipChildren();
      throw invalid(name, "must be a whole number");
    }
    var value = parser.getBigIntegerValue();
    if (value.signum() <= 0 || value.bitLength() > 32 || value.longValue() > MOST_TOKENS) {
      throw invalid(name, "must be 1 to " + MOST_TOKENS);
    }
    return value.longValue();
  }

  private void readStreamOptions(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var wanted = parser.currentName().equals("include_usage");
      var value = parser.nextToken();
      facts.wantsUsage |= wanted && value == JsonToken.VALUE_TRUE;
      parser.skipChildren();
    }
  }

  /// Counts what a model will read of a value, wherever in it the text stands.
  private void weigh(JsonParser parser) throws IOException {
    var depth = 0;
    var token = parser.currentToken();
    while (true) {
      if (token.isStructStart()) {
        depth++;
        facts.messages += depth == 2 && token == JsonToken.START_OBJECT ? 1 : 0;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        weighText(parser);
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        facts.characters += CHARACTERS; // a token by its number, as embeddings take them
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  private void weighText(JsonParser parser) throws IOException {
    var name = parser.currentName();
    if ("url".equals(name) || "data".equals(name) || "file_data".equals(name)) {
      facts.images++;
      return;
    }
    var characters = parser.getTextCharacters();
    var from = parser.getTextOffset();
    var length = parser.getTextLength();
    var others = 0;
    for (var i = from; i < from + length; i++) {
      if (characters[i] > 127) {
        others++;
      }
    }
    facts.characters += length - others;
    facts.otherCharacters += others;
  }

  private static Buffer quoted(String text) {
    var encoder = JsonStringEncoder.getInstance();
    return Buffer.buffer("\"").appendBytes(encoder.quoteAsUTF8(text)).appendString("\"");
  }

  private static HttpProblem missing(String field) {
    return new HttpProblem.Invalid(
        "The request lacks a field.",
        List.of(new Offence("/" + field, "\"" + field + "\" is missing")));
  }

  static HttpProblem invalid(String field, String what) {
    return new HttpProblem.Invalid(
        "A field of the request is not valid.",
        List.of(new Offence("/" + field, "\"" + field + "\" " + what)));
  }

  /// Bytes in place of others.
  private record Change(int from, int to, Buffer by) {}
}
