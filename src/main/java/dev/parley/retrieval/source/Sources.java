package dev.parley.retrieval.source;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import dev.parley.retrieval.source.files.Archive;
import dev.parley.retrieval.source.files.Bucket;
import dev.parley.retrieval.source.files.FileWalk;
import dev.parley.retrieval.source.files.ServerFolder;
import dev.parley.retrieval.source.intake.Shelf;
import dev.parley.retrieval.source.intake.Walk;
import dev.parley.retrieval.source.kept.ItemStore;
import dev.parley.retrieval.source.kept.LeaseStore;
import dev.parley.retrieval.source.kept.RunStore;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.kept.SourceStore;
import dev.parley.retrieval.source.run.SourceRunner;
import dev.parley.retrieval.source.web.Crawl;
import dev.parley.retrieval.source.web.Pace;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The door of sources.
///
/// @param runner goes through them while it is open
public record Sources(SourceRunner runner, List<RouteGroup> routes) {
  /// Removing a source with all its documents takes longer than a person's other wishes.
  private static final Duration STATEMENT = Duration.ofSeconds(30);

  /// What is sealed of sources.
  public static final SealedColumn SECRETS = BucketSecrets.COLUMN;

  public static Sources of(SourcesConfig config, Needs needs) {
    var database = needs.database();
    var sources = new SourceStore(database.forLongWork(STATEMENT), needs.audit());
    var runs = new RunStore(database.forLongWork(STATEMENT), needs.audit());
    var secrets = new BucketSecrets(needs.sealer());
    var shelf =
        new Shelf(
            new ItemStore(database.forLongWork(STATEMENT)),
            runs,
            needs.queued(),
            needs.changed(),
            needs.ids(),
            needs.clock());
    var runner =
        new SourceRunner(
            new LeaseStore(database, needs.owner()),
            sources,
            shelf,
            walks(config, needs, secrets),
            config.parallel());
    var desk =
        new SourceDesk(
            config,
            sources,
            runs,
            new CheckDefinition(needs.outbound(), config.folders()),
            secrets,
            needs.bases(),
            runner::wake,
            needs.changed(),
            needs.ids(),
            needs.clock());
    return new Sources(runner, List.of(new SourceRoutes(desk), new SourceRunRoutes(desk)));
  }

  private static Function<Kind, Walk> walks(
      SourcesConfig config, Needs needs, BucketSecrets secrets) {
    var outbound = needs.outbound();
    var most = needs.maxFile();
    var crawl = new Crawl(outbound, new Pace(needs.clock()), config.pause());
    var archive = new FileWalk(new Archive(outbound, config.maxArchive()), most);
    var folder = new FileWalk(new ServerFolder(config.folders()), most);
    var bucket = new FileWalk(new Bucket(outbound, most, secrets::keys, needs.clock()), most);
    return kind ->
        switch (kind) {
          case PAGE, SITEMAP, SITE, FEED -> crawl;
          case ARCHIVE -> archive;
          case FOLDER -> folder;
          case BUCKET -> bucket;
        };
  }

  /// What sources are given.
  ///
  /// @param bases finds a base, or the first one for null
  /// @param queued called when there is a document to read
  /// @param changed called when something else can be found than before
  /// @param maxFile size of a file that can be read
  /// @param owner names this process in leases
  public record Needs(
      Database database,
      AuditStore audit,
      Outbound outbound,
      Sealer sealer,
      BiFunction<Call, @Nullable UUID, Future<UUID>> bases,
      Runnable queued,
      Runnable changed,
      ByteSize maxFile,
      String owner,
      Ids ids,
      InstantSource clock) {}
}
