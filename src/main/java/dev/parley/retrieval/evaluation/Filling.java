package dev.parley.retrieval.evaluation;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.spi.Embedder;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.evaluation.LabelledSet.Paragraph;
import dev.parley.retrieval.search.IndexChange;
import dev.parley.retrieval.search.Passage;
import dev.parley.retrieval.search.PassageIndex;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings the paragraphs of a labelled set into an index, a few embeddings ahead.
final class Filling {
  static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
  private static final UUID BASE = new UUID(0, 2);
  private static final int AHEAD = 8;
  private static final int APPLIED_AT_ONCE = 500;

  private final Call call;
  private final Embedder embedder;
  private final PassageIndex index;
  private final InstantSource clock;
  private final Map<UUID, String> ids = new HashMap<>();
  private final ArrayDeque<Embedding> ahead = new ArrayDeque<>();
  private final List<IndexChange> changes = new ArrayList<>();

  Filling(Call call, Embedder embedder, PassageIndex index, InstantSource clock) {
    this.call = call;
    this.embedder = embedder;
    this.index = index;
    this.clock = clock;
  }

  /// A paragraph on its way through the embedder.
  private record Embedding(
      Paragraph paragraph, List<Chunk> chunks, Future<List<float[]>> vectors) {}

  void add(Paragraph paragraph, List<Chunk> chunks) throws TimeoutException {
    var texts = chunks.stream().map(chunk -> chunk.searchText(paragraph.title())).toList();
    var vectors = embedder.embed(call, texts, Embedder.Urgency.INGEST);
    ahead.add(new Embedding(paragraph, chunks, vectors));
    if (ahead.size() >= AHEAD) {
      take(ahead.remove());
    }
  }

  /// Waits for the rest; returns the paragraph of each document in the index.
  Map<UUID, String> finish() throws TimeoutException {
    while (!ahead.isEmpty()) {
      take(ahead.remove());
    }
    index.apply(changes);
    changes.clear();
    return Map.copyOf(ids);
  }

  private void take(Embedding embedding) throws TimeoutException {
    var left = call.deadline().left(clock).toMillis();
    var vectors = embedding.vectors().await(left, TimeUnit.MILLISECONDS);
    var title = embedding.paragraph().title();
    var passages = new ArrayList<Passage>();
    for (var at = 0; at < vectors.size(); at++) {
      passages.add(Passage.of(title, embedding.chunks().get(at), "", vectors.get(at)));
    }
    var document = new UUID(1, ids.size());
    ids.put(document, embedding.paragraph().id());
    changes.add(new IndexChange.Replace(WORKSPACE, BASE, document, 1, passages));
    if (changes.size() == APPLIED_AT_ONCE) {
      index.apply(changes);
      changes.clear();
    }
  }
}
