package dev.parley.chat.turn;

import dev.parley.chat.conversation.ConversationStore;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.seal.SealedText;
import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditConfig;
import dev.parley.control.change.Change;
import dev.parley.identity.Workspaces;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import dev.parley.testkit.Await;
import dev.parley.testkit.PostgresFixture;
import java.nio.file.Path;
import java.time.InstantSource;

/// What one of several processes holds of conversations: a pool, stores and hand-overs of its own.
final class Replica implements AutoCloseable {
  private static final Secret KEY = new Secret("a key of these tests, and of nothing else");
  private static final int POOL = 6;

  private final PostgresFixture postgres;
  final Database database;
  final Metrics metrics = Metrics.empty();
  final Ids ids = new Ids(InstantSource.system());
  final Change change;
  final Conversations conversations;
  final TreeStore tree;
  final TurnStore turns;
  final HandingOver handing;

  /// @param sealed whether texts are kept sealed
  Replica(PostgresFixture postgres, boolean sealed) {
    this.postgres = postgres;
    var clock = InstantSource.system();
    database = postgres.open(PostgresFixture.patient(POOL));
    var texts = new SealedText(Sealer.of(new SealConfig(KEY, sealed), Path.of("unused")), sealed);
    change = Change.of(database, clock);
    conversations = new Conversations(new ConversationStore(database, texts), ids, clock);
    tree = new TreeStore(database, texts);
    turns = new TurnStore(database, texts);
    handing =
        HandingOver.of(
            conversations,
            new HandingOver.Needs(
                postgres.vertx(),
                database,
                texts,
                Audit.of(new AuditConfig(KEY), Path.of("."), database, clock).store(),
                change,
                Workspaces.in(database),
                metrics,
                ids,
                clock));
    Await.end(change.part().start(postgres.vertx()));
  }

  @Override
  public void close() {
    Await.end(change.part().stop(postgres.vertx()));
    Await.end(database.close());
  }
}
