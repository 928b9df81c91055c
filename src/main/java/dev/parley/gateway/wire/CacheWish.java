package dev.parley.gateway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/// What a caller wants of the cache, in the field `cache` of a request, which is not handed on:
/// `{"mode": "off"|"read"|"write"|"on", "max_age": seconds, "semantic": 0.95}`.
///
/// @param maxAgeSeconds how old a stored answer may be; 0 for any age
/// @param similarity answers to questions that mean nearly the same will do, from this cosine on; 0
///   for equal questions only
record CacheWish(Mode mode, long maxAgeSeconds, double similarity) {
  static final String FIELD = "cache";

  /// Which half of the cache is used.
  enum Mode {
    OFF,
    READ,
    WRITE,
    ON;

    boolean reads() {
      return this == READ || this == ON;
    }

    boolean writes() {
      return this == WRITE || this == ON;
    }
  }

  static CacheWish read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("must be an object");
    }
    var mode = Mode.ON;
    var maxAge = 0L;
    var similarity = 0.0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      switch (name) {
        case "mode" -> mode = mode(value == JsonToken.VALUE_STRING ? parser.getText() : "");
        case "max_age" -> maxAge = value.isNumeric() ? parser.getLongValue() : -1;
        case "semantic" -> similarity = value.isNumeric() ? parser.getDoubleValue() : -1;
        default -> throw wrong("has no \"" + name + "\"");
      }
    }
    if (maxAge < 0) {
      throw wrong("max_age must be seconds");
    }
    if (similarity != 0 && !(similarity >= 0.5 && similarity <= 1)) {
      throw wrong("semantic must be 0.5 to 1");
    }
    return new CacheWish(mode, maxAge, similarity);
  }

  private static Mode mode(String name) {
    try {
      return Mode.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw wrong("mode must be off, read, write or on");
    }
  }

  private static RuntimeException wrong(String what) {
    return JsonRequest.invalid(FIELD, what);
  }
}
