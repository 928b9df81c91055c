package dev.parley.retrieval.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// A writer and its searchers, opened and found fit.
record OpenIndex(IndexWriter writer, SearcherManager searchers, long lastChange) {
  private static final String FORMAT = "1";

  /// Fewer than Lucene's own 8: a search by vector walks one graph per segment and pays for each.
  private static final int SEGMENTS_PER_TIER = 4;

  private static final String SHAPE = "shape";
  private static final String CHANGE = "change";

  static OpenIndex of(Directory directory, IndexShape shape, Ranking ranking) {
    try {
      return open(directory, shape, ranking);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw failure(e);
    }
  }

  private static OpenIndex open(Directory directory, IndexShape shape, Ranking ranking)
      throws IOException {
    var writer = new IndexWriter(directory, config(ranking));
    try {
      var change = agree(writer, shape);
      return new OpenIndex(writer, new SearcherManager(writer, factory(ranking)), change);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer);
      throw e;
    }
  }

  /// The last change committed, if the index was made for this shape; an empty one becomes so.
  private static long agree(IndexWriter writer, IndexShape shape) throws IOException {
    var data = new HashMap<String, String>();
    var committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(each -> data.put(each.getKey(), each.getValue()));
    }
    if (data.isEmpty() && writer.getDocStats().maxDoc == 0) {
      writer.setLiveCommitData(userData(shape, 0).entrySet());
      var _ = writer.commit();
      return 0;
    }
    var change = data.get(CHANGE);
    if (change == null || !fingerprint(shape).equals(data.get(SHAPE))) {
      throw new UnusableIndexException(
          "the search index is of %s, wanted is %s".formatted(data.get(SHAPE), fingerprint(shape)),
          null);
    }
    return Long.parseLong(change);
  }

  /// What a commit says about itself.
  static Map<String, String> userData(IndexShape shape, long change) {
    return Map.of(SHAPE, fingerprint(shape), CHANGE, Long.toString(change));
  }

  private static String fingerprint(IndexShape shape) {
    return "%s %s %s %d".formatted(FORMAT, Words.NAME, shape.model(), shape.dimensions());
  }

  private static IndexWriterConfig config(Ranking ranking) {
    var merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
    return new IndexWriterConfig(Words.ANALYZER)
        .setCodec(VectorFormat.codec())
        .setSimilarity(new FlatBm25(ranking))
        .setMergePolicy(merges)
        .setCommitOnClose(false);
  }

  private static SearcherFactory factory(Ranking ranking) {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new FlatBm25(ranking));
        return searcher;
      }
    };
  }

  /// Compares the checksum of every file; always true.
  static boolean verify(IndexSearcher searcher) throws IOException {
    for (var leaf : searcher.getIndexReader().leaves()) {
      leaf.reader().checkIntegrity();
    }
    return true;
  }

  private static RuntimeException failure(Exception e) {
    return switch (e) {
      case UnusableIndexException unusable -> unusable;
      case CorruptIndexException _,
          IndexFormatTooOldException _,
          IndexFormatTooNewException _,
          EOFException _,
          NoSuchFileException _,
          FileNotFoundException _,
          IllegalArgumentException _ ->
          new UnusableIndexException("the search index is damaged or of another release", e);
      case IOException disk -> new UncheckedIOException("the search index", disk);
      case RuntimeException other -> other;
      default -> new IllegalStateException(e);
    };
  }
}
