package dev.parley.retrieval;

import dev.parley.control.audit.AuditStore;
import dev.parley.gateway.spi.Embedder;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import dev.parley.retrieval.base.BaseRoutes;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.JobStore;
import dev.parley.retrieval.document.PassageStore;
import dev.parley.retrieval.document.VersionStore;
import dev.parley.retrieval.ingest.Fetcher;
import dev.parley.retrieval.ingest.IngestRunner;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.ingest.parse.read.ReadableNames;
import dev.parley.retrieval.ingest.split.SplitText;
import dev.parley.retrieval.search.IndexShape;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.Ranking;
import dev.parley.retrieval.search.UnusableIndexException;
import dev.parley.retrieval.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The door of retrieval.
///
/// @param part reads documents and keeps the index in step while it runs
public record Retrieval(
    Part part,
    Search search,
    Knowledge knowledge,
    PrivateDocuments privately,
    Manual manual,
    List<RouteGroup> routes) {
  private static final Log LOG = Log.of(Retrieval.class);
  private static final int CONCURRENT_SEARCHES = 256;
  private static final int CONCURRENT_UPLOADS = 64;

  /// Opens the index and wires the part. Blocks; called once, from the main thread.
  public static Retrieval of(RetrievalConfig config, Needs needs) {
    var database = needs.database();
    var documents = new DocumentStore(database);
    var versions = new VersionStore(database);
    var passages = new PassageStore(database);
    var index = index(config, needs);
    var follower = new IndexRunner(passages, index, needs.embedder().model(), needs.clock());
    var parser = ParserPool.open(config.parser(), needs.clock());
    var ingest = ingest(config, needs, parser, follower);
    var bases = new BaseStore(database);
    var knowledge =
        new Knowledge(
            bases, documents, versions, ingest::wake, follower::wake, needs.ids(), needs.clock());
    var sources = sources(config, needs, knowledge, ingest, follower);
    var search = search(needs, index, follower, bases, passages);
    var uploads = new Stories("upload", CONCURRENT_UPLOADS);
    return new Retrieval(
        Part.verticle(
            "retrieval",
            1,
            () -> new RetrievalVerticle(ingest, follower, sources.runner(), parser, index)),
        search,
        knowledge,
        new PrivateDocuments(knowledge, bases, documents, needs.ids(), needs.clock()),
        new Manual(knowledge, documents),
        routes(
            sources,
            new BaseRoutes(
                database, bases, needs.audit(), follower::wake, needs.ids(), needs.clock()),
            new KnowledgeRoutes(knowledge, documents, versions, uploads),
            new SearchRoutes(search)));
  }

  private static IngestRunner ingest(
      RetrievalConfig config, Needs needs, ParserPool parser, IndexRunner follower) {
    var database = needs.database();
    return new IngestRunner(
        new IngestRunner.Stores(
            new JobStore(database, needs.owner()),
            new DocumentStore(database),
            new VersionStore(database)),
        Fetcher.of(needs.outbound()),
        parser,
        new SplitText(config.split(), text -> needs.embedder().count(text.toString())),
        needs.embedder(),
        follower::wake,
        config.readers(),
        needs.clock());
  }

  private static List<RouteGroup> routes(Sources sources, RouteGroup... own) {
    return Stream.concat(Stream.of(own), sources.routes().stream()).toList();
  }

  private static Sources sources(
      RetrievalConfig config,
      Needs needs,
      Knowledge knowledge,
      IngestRunner ingest,
      IndexRunner follower) {
    return Sources.of(
        config.sources(),
        new Sources.Needs(
            needs.database(),
            needs.audit(),
            needs.outbound(),
            needs.sealer(),
            knowledge::baseOf,
            ingest::wake,
            follower::wake,
            config.parser().maxFile(),
            needs.owner(),
            needs.ids(),
            needs.clock()));
  }

  private static Search search(
      Needs needs,
      PassageIndex index,
      IndexRunner follower,
      BaseStore bases,
      PassageStore passages) {
    return new HybridSearch(
        needs.embedder(),
        index,
        follower,
        bases,
        passages,
        new Stories("search", CONCURRENT_SEARCHES),
        needs.metrics().registry());
  }

  /// Whether documents of this name are read, as far as a name can tell.
  public static boolean reads(String name) {
    return ReadableNames.has(name);
  }

  /// The index of this process. One that cannot be used is begun anew and filled from the tables.
  private static PassageIndex index(RetrievalConfig config, Needs needs) {
    var shape = new IndexShape(needs.embedder().model(), needs.embedder().dimensions());
    var standard = Ranking.standard();
    var ranking =
        new Ranking(
            config.vectorWeight(), standard.candidates(), standard.k1(), standard.b(), Map.of());
    try {
      return verified(PassageIndex.open(needs.indexFolder(), shape, ranking));
    } catch (UnusableIndexException e) {
      LOG.warning("index begun anew", "cause", e);
      try {
        PassageIndex.erase(needs.indexFolder());
      } catch (IOException io) {
        throw new UncheckedIOException(io);
      }
      return PassageIndex.open(needs.indexFolder(), shape, ranking);
    }
  }

  /// Damage is found now, when the index can still be begun anew, and not by somebody's question.
  private static PassageIndex verified(PassageIndex index) {
    try {
      index.verify();
      return index;
    } catch (UnusableIndexException e) {
      index.close();
      throw e;
    }
  }

  /// What retrieval is given.
  ///
  /// @param indexFolder where the search index lives; may be deleted, it is filled from the tables
  /// @param owner names this process in leases
  public record Needs(
      Database database,
      AuditStore audit,
      Embedder embedder,
      Outbound outbound,
      Sealer sealer,
      Path indexFolder,
      String owner,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {}
}
