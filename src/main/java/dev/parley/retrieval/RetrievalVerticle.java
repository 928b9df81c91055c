package dev.parley.retrieval;

import dev.parley.retrieval.ingest.IngestRunner;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.source.run.SourceRunner;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Runs the readers, the follower of the index and the runs of sources.
final class RetrievalVerticle extends VerticleBase {
  private static final Duration READERS_DRAIN = Duration.ofSeconds(10);
  private static final Duration SOURCES_DRAIN = Duration.ofSeconds(5);
  private static final Duration INDEX_DRAIN = Duration.ofSeconds(5);

  private final IngestRunner ingest;
  private final IndexRunner follower;
  private final SourceRunner sources;
  private final ParserPool parser;
  private final PassageIndex index;

  RetrievalVerticle(
      IngestRunner ingest,
      IndexRunner follower,
      SourceRunner sources,
      ParserPool parser,
      PassageIndex index) {
    this.ingest = ingest;
    this.follower = follower;
    this.sources = sources;
    this.parser = parser;
    this.index = index;
  }

  @Override
  public Future<?> start() {
    follower.open();
    ingest.open();
    sources.open();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      sources.drain(SOURCES_DRAIN);
      ingest.drain(READERS_DRAIN);
      parser.close();
      follower.drain(INDEX_DRAIN);
      index.close();
      return true;
    });
  }
}
