package dev.parley.metering.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Usage;
import dev.parley.metering.usage.UsageReader;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What providers say, the classes that it comes to, and the cost to the nano-dollar, worked out by
/// hand and by fractions outside this program.
final class GoldenUsageTest {
  private static final Path FILE = Path.of("src/test/resources/usage/golden.jsonl");
  private static final WorkspaceId NOBODYS = new WorkspaceId(new UUID(0, 0));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Prices prices = Prices.seeded();

  @Test
  void everyPayloadIsReadAndPriced() throws IOException {
    var wrong = new ArrayList<String>();
    var cases = Files.readAllLines(FILE);
    for (var line : cases) {
      check(new ObjectMapper().readTree(line), wrong);
    }

    assertEquals(List.of(), wrong);
    assertTrue(cases.size() >= 60, cases.size() + " cases");
  }

  private void check(JsonNode one, List<String> wrong) {
    var name = one.path("name").asText();
    var read = UsageReader.read(one.path("usage"), Style.valueOf(one.path("style").asText()));
    if (!read.equals(expected(one))) {
      wrong.add(name + ": " + read);
    } else if (read.isPresent()) {
      var price =
          prices.of(NOBODYS, one.path("provider").asText(), one.path("model").asText(), NOW);
      var cost = Cost.nano(price.orElseThrow(), read.get());
      if (cost != one.path("cost_nano").asLong()) {
        wrong.add(name + " costs " + cost);
      }
    }
  }

  private static Optional<Usage> expected(JsonNode one) {
    var counts = one.path("expected");
    return counts.isNull()
        ? Optional.empty()
        : Optional.of(
            new Usage(
                counts.path(0).asLong(),
                counts.path(1).asLong(),
                counts.path(2).asLong(),
                counts.path(3).asLong(),
                counts.path(4).asLong(),
                one.path("estimated").asBoolean()));
  }
}
