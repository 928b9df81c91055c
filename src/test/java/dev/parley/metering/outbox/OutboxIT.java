package dev.parley.metering.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.call.WorkspaceId;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Spender;
import dev.parley.testkit.SqlScript;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OutboxIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private final WorkspaceId workspace = Money.workspace(POSTGRES);
  private final MeteringRig rig = MeteringRig.wired(POSTGRES.vertx(), POSTGRES.database());
  private final Outbox outbox = rig.metering().outbox();

  @BeforeEach
  void spend() {
    sql("DELETE FROM usage_outbox");
    Await.of(rig.metering().pricing().load().get());
    for (var i = 0; i < 5; i++) {
      Await.of(Spender.of(rig).spend(Calls.in(workspace)));
    }
  }

  @Test
  void everyEntryIsToldAsACloudEventWithItsId() throws IOException {
    var events = Await.of(outbox.next(100));

    assertEquals(5, events.size());
    var event = new ObjectMapper().readTree(events.getFirst().event());
    assertEquals("1.0", event.path("specversion").asText());
    assertEquals("dev.parley.usage.recorded", event.path("type").asText());
    assertEquals("/workspaces/" + workspace, event.path("source").asText());
    assertEquals(event.path("id"), event.path("data").path("id"));
    assertEquals(Money.EACH, event.path("data").path("cost_nano").asLong());
    assertEquals(
        1,
        number("SELECT count(*) FROM usage_entry WHERE id = '" + event.path("id").asText() + "'"));
  }

  @Test
  void whatOneTakesAnotherDoesNotAndWhatIsDoneIsGone() {
    var first = Await.of(outbox.next(2));
    var rest = Await.of(outbox.next(100));

    assertEquals(2, first.size());
    assertEquals(3, rest.size());
    assertTrue(first.stream().noneMatch(rest::contains));
    assertEquals(List.of(), Await.of(outbox.next(100)));
    Await.of(outbox.done(first.stream().map(OutboxEvent::id).toList()));
    assertEquals(3, number("SELECT count(*) FROM usage_outbox"));

    sql("UPDATE usage_outbox SET claimed_until = now() - interval '1 second'");
    assertEquals(rest, Await.of(outbox.next(100)));
  }

  @Test
  void whatNobodyTakesIsForgotten() {
    sql(
        "UPDATE usage_outbox SET at = now() - interval '2 days'"
            + " WHERE id IN (SELECT id FROM usage_outbox LIMIT 4)");

    assertEquals(4, Await.of(outbox.forgetOlderThan(Duration.ofDays(1))));
    assertEquals(1, Await.of(outbox.next(100)).size());
  }

  private static long number(String sql) {
    return Money.number(POSTGRES, sql);
  }

  private static void sql(String text) {
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), text);
  }
}
