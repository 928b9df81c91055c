package dev.parley.chat.turn;

import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sees in which order messages and changes of hands are committed, whatever the product believes:
/// triggers of the test's own that run at the end of each transaction and take a number.
final class Witness {
  // Nothing has to outlive this database, and commits that wait for no disk come closer together.
  private static final String INSTALL =
      """
      DO $$ BEGIN
        EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database());
      END $$;
      CREATE TABLE witness (ticket bigserial PRIMARY KEY, conversation_id uuid NOT NULL,
                            what text NOT NULL, who uuid, id uuid NOT NULL, epoch bigint);
      GRANT SELECT ON witness TO PUBLIC;
      CREATE FUNCTION witness_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        INSERT INTO witness (conversation_id, what, who, id)
        VALUES (NEW.conversation_id, NEW.role, NEW.author_id, NEW.id);
        RETURN NULL;
      END $$;
      CREATE FUNCTION witness_handover() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        INSERT INTO witness (conversation_id, what, who, id, epoch)
        VALUES (NEW.conversation_id, NEW.state, NEW.agent_id, NEW.id, NEW.epoch);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER witness_message AFTER INSERT ON message
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION witness_message();
      CREATE CONSTRAINT TRIGGER witness_claim AFTER INSERT OR UPDATE OF state, agent_id ON handover
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION witness_handover();
      """;
  private static final String SEEN =
      "SELECT conversation_id, what, who, id, epoch FROM witness ORDER BY conversation_id, ticket";

  private final PostgresFixture postgres;

  private Witness(PostgresFixture postgres) {
    this.postgres = postgres;
  }

  static Witness of(PostgresFixture postgres) {
    var _ = SqlScript.run(postgres.vertx(), postgres.administrator(), INSTALL);
    return new Witness(postgres);
  }

  /// What was seen of each conversation, in order.
  Map<UUID, List<Row>> seen() {
    var all = new HashMap<UUID, List<Row>>();
    for (var row : SqlScript.run(postgres.vertx(), postgres.administrator(), SEEN)) {
      all.computeIfAbsent(row.getUUID("conversation_id"), _ -> new ArrayList<>()).add(row);
    }
    return all;
  }
}
