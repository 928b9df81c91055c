package dev.parley.metering;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.metering.UsageEntry.Charge;
import dev.parley.metering.UsageEntry.Timing;
import dev.parley.metering.UsageEntry.Who;
import dev.parley.metering.usage.Usage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes an entry as the statement that stores it takes it: an object whose names are those of the
/// columns. Written by hand, since every call is written twice: with reflection that was a fifth of
/// what one costs.
final class EntryJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL_LENGTH = 1024;

  private EntryJson() {}

  static String of(UsageEntry entry) {
    var text = new StringWriter(USUAL_LENGTH);
    try (var json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("workspace_id", entry.workspace().value().toString());
      json.writeStringField("id", entry.id().toString());
      put(json, "call_id", entry.callId());
      put(json, entry.who());
      json.writeStringField("kind", entry.kind().name().toLowerCase(Locale.ROOT));
      put(json, entry.attempt());
      put(json, entry.routing());
      put(json, entry.usage());
      put(json, "raw_usage", entry.rawUsage());
      put(json, entry.charge());
      put(json, "outcome", entry.outcome());
      put(json, entry.timing());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static void put(JsonGenerator json, Who who) throws IOException {
    put(json, "caller", who.caller());
    var user = who.userId();
    if (user != null) {
      json.writeStringField("user_id", user.value().toString());
    }
    put(json, "key_id", who.keyId());
  }

  private static void put(JsonGenerator json, UsageEntry.Attempt attempt) throws IOException {
    put(json, "provider", attempt.provider());
    put(json, "model", attempt.model());
    json.writeNumberField("attempt", attempt.number());
    json.writeStringField("started_at", attempt.startedAt().toString());
  }

  private static void put(JsonGenerator json, UsageEntry.Routing routing) throws IOException {
    put(json, "route", routing.route());
    put(json, "target", routing.target());
    put(json, "upstream_model", routing.model());
    put(json, "provider_key", routing.key());
  }

  private static void put(JsonGenerator json, Usage usage) throws IOException {
    json.writeNumberField("input_tokens", usage.input());
    json.writeNumberField("cache_read_tokens", usage.cacheRead());
    json.writeNumberField("cache_write_tokens", usage.cacheWrite());
    json.writeNumberField("output_tokens", usage.output());
    json.writeNumberField("reasoning_tokens", usage.reasoning());
    json.writeBooleanField("estimated", usage.estimated());
  }

  private static void put(JsonGenerator json, Charge charge) throws IOException {
    json.writeNumberField("cost_nano", charge.costNano());
    if (charge.priceId() != null) {
      json.writeStringField("price_id", charge.priceId().toString());
    }
    json.writeArrayFieldStart("leases");
    for (var lease : charge.leases()) {
      json.writeString(lease.toString());
    }
    json.writeEndArray();
  }

  private static void put(JsonGenerator json, Timing timing) throws IOException {
    json.writeStringField("ended_at", timing.endedAt().toString());
    if (timing.timeToFirstTokenMicros() != null) {
      json.writeNumberField("first_token_micros", timing.timeToFirstTokenMicros());
    }
  }

  /// PostgreSQL takes no NUL, and what a provider or a client calls itself may hold anything.
  private static void put(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD'));
    }
  }
}
