package dev.parley.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/// Records to JSON and back, one way for the whole product: snake case, ISO times, absent instead
/// of null, enums in lower case. Reading is strict: duplicate keys, unknown keys, more than 64
/// levels and numbers longer than 100 digits are refused. Safe from any thread.
public final class Json {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxNumberLength(100)
          .maxStringLength(12_000_000)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader FOREIGN =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Json() {}

  /// One line of JSON.
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /// UTF-8 bytes of one line of JSON.
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /// Reads a record. Throws [HttpProblem.Unreadable] when the text is not JSON or does not fit.
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new HttpProblem.Unreadable("The body is not valid JSON: " + place(e));
    } catch (IOException e) {
      throw new HttpProblem.Unreadable("The body is not valid JSON.");
    }
  }

  /// Reads what another server answered: keys that we do not know are passed over, since it may be
  /// newer. Throws [HttpProblem.Unreadable] as [#read(byte[], Class)] does.
  public static <T> T readForeign(String json, Class<T> type) {
    try {
      return FOREIGN.forType(type).readValue(json);
    } catch (JsonProcessingException e) {
      throw new HttpProblem.Unreadable("The answer is not the JSON expected: " + place(e));
    }
  }

  /// Reads what we wrote ourselves, such as a column of a table.
  public static <T> T readOwn(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON does not fit " + type.getSimpleName(), e);
    }
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null
        ? e.getOriginalMessage()
        : e.getOriginalMessage()
            + " (line "
            + at.getLineNr()
            + ", column "
            + at.getColumnNr()
            + ")";
  }
}
