package dev.parley.retrieval;

import dev.parley.retrieval.ingest.IngestRunner;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.search.PassageIndex;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Runs the readers and the follower of the index.
final class RetrievalVerticle extends VerticleBase {
  private static final Duration READERS_DRAIN = Duration.ofSeconds(10);
  private static final Duration INDEX_DRAIN = Duration.ofSeconds(5);

  private final IngestRunner ingest;
  private final IndexRunner follower;
  private final ParserPool parser;
  private final PassageIndex index;

  RetrievalVerticle(
      IngestRunner ingest, IndexRunner follower, ParserPool parser, PassageIndex index) {
    this.ingest = ingest;
    this.follower = follower;
    this.parser = parser;
    this.index = index;
  }

  @Override
  public Future<?> start() {
    follower.open();
    ingest.open();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(() -> {
      ingest.drain(READERS_DRAIN);
      parser.close();
      follower.drain(INDEX_DRAIN);
      index.close();
      return true;
    });
  }
}
