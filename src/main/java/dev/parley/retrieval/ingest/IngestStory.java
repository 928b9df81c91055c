package dev.parley.retrieval.ingest;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.DocumentRow;
import dev.parley.retrieval.document.DocumentRow.State;
import dev.parley.retrieval.document.DocumentStore;
import dev.parley.retrieval.document.NewDocument;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.document.VersionStore;
import dev.parley.retrieval.document.VersionStore.NewVersion;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.ingest.parse.Upload;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.split.SplitText;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// One document from its bytes to passages that can be found. Told on a virtual thread.
final class IngestStory {
  private static final Log LOG = Log.of(IngestStory.class);

  /// Passages embedded between two notes of progress: about a second of work.
  private static final int BATCH = 16;

  private final DocumentStore documents;
  private final VersionStore versions;
  private final Fetcher fetcher;
  private final ParserPool parser;
  private final SplitText splitter;
  private final Embedder embedder;
  private final InstantSource clock;

  IngestStory(
      DocumentStore documents,
      VersionStore versions,
      Fetcher fetcher,
      ParserPool parser,
      SplitText splitter,
      Embedder embedder,
      InstantSource clock) {
    this.documents = documents;
    this.versions = versions;
    this.fetcher = fetcher;
    this.parser = parser;
    this.splitter = splitter;
    this.embedder = embedder;
    this.clock = clock;
  }

  /// Reads one document and publishes it.
  ///
  /// @return false when newer bytes came meanwhile, or the document was deleted
  /// @throws ParseProblem when there is no text in it, with the reason
  boolean tell(Call call, UUID id) throws Exception {
    var found = await(call, documents.findAny(call, id));
    if (found.isEmpty()) {
      return false;
    }
    note(call, id, State.READING, 0, 0);
    var bytes = content(call, found.get());
    var document = await(call, documents.findAny(call, id)).orElse(found.get());
    var parsed = parser.parse(call, Upload.of(document.name(), document.mediaType(), bytes));
    var chunks = splitter.split(parsed);
    if (chunks.isEmpty()) {
      throw new ParseProblem(ParseFailure.NO_TEXT);
    }
    var title = title(document, parsed);
    var vectors = embed(call, id, title, chunks);
    var version = new NewVersion(title, parsed, chunks, embedder.model(), vectors);
    var published =
        await(
            call, versions.publish(call, id, NewDocument.hashOf(bytes), version, clock.instant()));
    LOG.info(
        call,
        "document read",
        "document",
        id,
        "passages",
        chunks.size(),
        "version",
        published.orElse(0));
    return published.isPresent();
  }

  /// The bytes that were uploaded, or those that the address gives now.
  private byte[] content(Call call, DocumentRow document) throws Exception {
    if (document.fetchUrl() == null) {
      return await(call, documents.upload(call, document.id()))
          .orElseThrow(() -> new ParseProblem(ParseFailure.EMPTY_FILE));
    }
    var page = await(call, fetcher.fetch(call, document.fetchUrl()));
    var _ =
        await(
            call,
            documents.fetched(
                call,
                document.id(),
                page.content(),
                NewDocument.hashOf(page.content()),
                page.mediaType()));
    return page.content();
  }

  private List<float[]> embed(Call call, UUID id, String title, List<Chunk> chunks)
      throws Exception {
    var vectors = new ArrayList<float[]>(chunks.size());
    for (var from = 0; from < chunks.size(); from += BATCH) {
      note(call, id, State.EMBEDDING, from, chunks.size());
      var batch = chunks.subList(from, Math.min(from + BATCH, chunks.size()));
      var texts = batch.stream().map(chunk -> chunk.searchText(title)).toList();
      vectors.addAll(await(call, embedder.embed(call, texts, Urgency.INGEST)));
    }
    return vectors;
  }

  private void note(Call call, UUID id, State state, int done, int total) throws Exception {
    var _ = await(call, documents.progress(call, id, state, done, total, clock.instant()));
  }

  /// The text's own title, or what the document was called before.
  private static String title(DocumentRow document, ParsedDocument parsed) {
    return Optional.ofNullable(parsed.title())
        .map(String::strip)
        .filter(title -> !title.isEmpty())
        .orElse(document.title());
  }

  private <T> T await(Call call, Future<T> future) throws Exception {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }
}
