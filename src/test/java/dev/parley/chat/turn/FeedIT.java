package dev.parley.chat.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Happening;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What happens in a database in which nothing has happened yet.
final class FeedIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  @Test
  void theVeryFirstHappeningIsTold() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "INSERT INTO workspace (id, name, created_at) VALUES ('%s', 'w', now())"
                .formatted(Calls.WORKSPACE));
    var told = new CopyOnWriteArrayList<Happening>();
    try (var one = new Replica(POSTGRES, false);
        var other = new Replica(POSTGRES, false)) {
      var _ = one.handing.feed().listen(told::add);
      var _ = other.handing.feed().listen(told::add);
      var conversation =
          Await.of(one.conversations.begin(Calls.any(), "Otters", null, Optional.empty()));
      var _ = Await.of(one.handing.handovers().ask(Calls.any(), conversation, By.USER, ""));

      Await.until("both replicas know", () -> told.size() == 2);
      assertEquals(List.of(Kind.ASKED, Kind.ASKED), told.stream().map(Happening::kind).toList());
    }
  }
}
