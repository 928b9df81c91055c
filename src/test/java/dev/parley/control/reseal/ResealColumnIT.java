package dev.parley.control.reseal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.call.WorkspaceId;
import dev.parley.control.reseal.ResealColumn.Counts;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.key.Secrets;
import dev.parley.platform.config.Secret;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ResealColumnIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();
  @TempDir static Path folder;

  private static final int PEOPLE = 450;
  private static final String OLD = "k1:" + key("old");
  private static final String NEW = "k2:" + key("new");

  @Test
  void everySeedIsSealedAnewOnceAndOpensWithoutTheOldKey() {
    var old = sealer(OLD);
    var sql = new StringBuilder();
    for (var workspace = 1; workspace <= 2; workspace++) {
      sql.append(
          "INSERT INTO workspace (id, name, created_at) VALUES ('%s', 'Otters', now());"
              .formatted(workspace(workspace)));
      for (var person = 1; person <= PEOPLE; person++) {
        var id = user(workspace, person);
        sql.append(
            insert(workspace(workspace), id, old.seal("seed of " + id, place(workspace, id))));
      }
    }
    var moved = user(2, PEOPLE + 1);
    sql.append(insert(workspace(2), moved, old.seal("stolen", place(1, user(1, 1)))));
    var _ = run(sql.toString());

    var first = reseal(NEW + "," + OLD);
    var second = reseal(NEW + "," + OLD);

    System.out.println("Sealing anew: " + first + ", and once more: " + second);
    assertEquals(new Counts(2 * PEOPLE, 0, 1), first);
    assertEquals(new Counts(0, 2 * PEOPLE, 1), second);
    var alone = sealer(NEW);
    for (var row : run("SELECT id, totp_seed FROM app_user WHERE id <> '%s'".formatted(moved))) {
      var id = row.getUUID("id");
      var workspace = (int) (id.getMostSignificantBits() & 3);
      assertEquals(
          "seed of " + id, alone.openText(row.getString("totp_seed"), place(workspace, id)));
    }
  }

  private static Counts reseal(String keys) {
    return new ResealColumn(
            AccountStore.SEED, POSTGRES.database(), sealer(keys), InstantSource.system())
        .run();
  }

  private static Sealer sealer(String keys) {
    return Sealer.of(new SealConfig(new Secret(keys), false), folder);
  }

  private static String insert(UUID workspace, UUID user, String seed) {
    return """
    INSERT INTO app_user (workspace_id, id, email, name, role, totp_seed, created_at)
    VALUES ('%1$s', '%2$s', '%2$s', 'Somebody', 'member', '%3$s', now());
    """
        .formatted(workspace, user, seed);
  }

  private static Place place(int workspace, UUID user) {
    return AccountStore.SEED.place(new WorkspaceId(workspace(workspace)), user);
  }

  private static UUID workspace(int number) {
    return new UUID(0x9000L + number, 0);
  }

  private static UUID user(int workspace, int number) {
    return new UUID(0x9000L + workspace, number);
  }

  private static String key(String seed) {
    return Base64.getEncoder().encodeToString(Secrets.sha256(seed));
  }

  private static RowSet<Row> run(String sql) {
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql);
  }
}
