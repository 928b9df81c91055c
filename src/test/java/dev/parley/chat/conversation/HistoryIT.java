package dev.parley.chat.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.SealedText;
import dev.parley.platform.config.Secret;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a turn reads of its conversation is the same of one with 1,500 messages and of a new one
/// that fills the window: by the rows that the database touches, not by time.
final class HistoryIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int LONG = 1_500;
  private static final int ROOM = 16_000;
  private static final UUID WORKSPACE = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
  private static final UUID CONVERSATION = UUID.fromString("00000000-0000-0000-0000-0000000000bb");
  private static final Call CALL = Calls.in(new WorkspaceId(WORKSPACE));

  private static TreeStore tree;

  @BeforeAll
  static void fill() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            """
            INSERT INTO workspace (id, name, created_at) VALUES ('%1$s', 'w', now());
            INSERT INTO conversation (workspace_id, id, title, created_at, updated_at)
            VALUES ('%1$s', '%2$s', 'long', now(), now());
            INSERT INTO message (workspace_id, id, conversation_id, parent_id, role, text, state,
                                 created_at)
            SELECT '%1$s', lpad(to_hex(n), 32, '0')::uuid, '%2$s',
                   CASE WHEN n > 1 THEN lpad(to_hex(n - 1), 32, '0')::uuid END,
                   CASE WHEN n %% 2 = 1 THEN 'user' ELSE 'assistant' END, 'Said as number ' || n,
                   'complete', '2026-01-01'::timestamptz + n * interval '1 minute'
            FROM generate_series(1, %3$d) AS n;
            ANALYZE message;
            """
                .formatted(WORKSPACE, CONVERSATION, LONG + 1));
    tree = new TreeStore(POSTGRES.database(), new SealedText(sealer(), false));
  }

  @Test
  void aLongConversationCostsARowForEachMessageOfTheWindow() throws Exception {
    var text = new StringBuilder();
    var explain = "EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) " + TreeStore.BEFORE;
    Await.of(
            POSTGRES
                .database()
                .readInWorkspace(
                    CALL,
                    connection ->
                        connection
                            .preparedQuery(explain)
                            .execute(Tuple.of(message(LONG + 1), TreeStore.WINDOW, ROOM))))
        .forEach(row -> text.append(row.getJsonArray(0).encode()));

    var read = rowsOf(new ObjectMapper().readTree(text.toString()), "message");

    assertEquals(TreeStore.WINDOW + 1, read, text::toString);
  }

  @Test
  void theLastMessagesComeInOrderAndNoMoreThanFit() {
    var all = Await.of(tree.before(CALL, message(LONG + 1), ROOM)).messages();
    assertEquals(TreeStore.WINDOW, all.size());
    assertEquals("Said as number " + LONG, all.getLast().text());

    var few = Await.of(tree.before(CALL, message(LONG + 1), 40)).messages();
    assertEquals(3, few.size(), "as many as fit, and the one that does not");
  }

  @Test
  void aSummaryStandsForWhatWasSaidBeforeIt() {
    assertNull(Await.of(tree.before(CALL, message(41), ROOM)).summary());
    var _ = Await.of(tree.summarize(CALL, message(50), "It was about numbers.", Instant.now()));

    var history = Await.of(tree.before(CALL, message(61), ROOM));

    assertEquals("It was about numbers.", history.summary());
    assertEquals(10, history.messages().size());
    assertTrue(history.messages().getFirst().text().endsWith("51"));
  }

  private static Sealer sealer() {
    var key = new Secret("a key of a test, long enough for it");
    return Sealer.of(new SealConfig(key, true), Path.of("unused"));
  }

  /// The rows that the nodes of a plan gave which read the table.
  private static long rowsOf(JsonNode plan, String table) {
    var rows = 0L;
    if (plan.path("Relation Name").asText().equals(table)) {
      rows +=
          Math.round(plan.path("Actual Rows").asDouble() * plan.path("Actual Loops").asDouble());
    }
    for (var child : plan) {
      rows += rowsOf(child, table);
    }
    return rows;
  }

  private static UUID message(int n) {
    return new UUID(0, n);
  }
}
