package dev.parley.retrieval.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/// Every passage of every workspace, to be found by words and by vector.
///
/// A copy of what the documents' tables say, fed in order of their change numbers: `apply` makes
/// changes visible to every search that starts after it returned; `commit` makes them last. What
/// was applied but not committed is gone after a crash, and feeding everything above
/// [#lastChange()] again brings it back.
///
/// Searching is safe from any thread and takes milliseconds, so not on an event loop. Changes are
/// taken one caller at a time, others wait; searches never wait for them. When a change fails on
/// the disk the index still answers from what it showed last; close it, open it and feed again from
/// `lastChange`.
public final class PassageIndex implements AutoCloseable {
  /// A merge under way takes deletions that come meanwhile along; the next round does not.
  private static final int COMPACTING_ROUNDS = 5;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final IndexShape shape;
  private final Ranking ranking;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile long lastChange;

  private PassageIndex(Directory directory, OpenIndex opened, IndexShape shape, Ranking ranking) {
    this.directory = directory;
    this.writer = opened.writer();
    this.searchers = opened.searchers();
    this.lastChange = opened.lastChange();
    this.shape = shape;
    this.ranking = ranking;
  }

  /// Opens the index of a folder, or begins an empty one there. Only one process can have it open.
  ///
  /// Looks at the frame of each file, not at every byte: see [#verify()].
  ///
  /// @throws UnusableIndexException when it is damaged, of another release or another model
  /// @throws UncheckedIOException when the folder cannot be read or another process has it
  public static PassageIndex open(Path folder, IndexShape shape, Ranking ranking) {
    try {
      Files.createDirectories(folder);
      return open(FSDirectory.open(folder), shape, ranking);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index in " + folder, e);
    }
  }

  /// An empty index that lives on the heap and ends with the process.
  public static PassageIndex inMemory(IndexShape shape, Ranking ranking) {
    return open(new ByteBuffersDirectory(), shape, ranking);
  }

  /// Takes the directory over and closes it with the index.
  static PassageIndex open(Directory directory, IndexShape shape, Ranking ranking) {
    var opened = OpenIndex.of(directory, shape, ranking);
    return new PassageIndex(directory, opened, shape, ranking);
  }

  /// Removes the index files of a folder, so that [#open] begins an empty one. Not while it is
  /// open.
  public static void erase(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var old = FSDirectory.open(folder)) {
        for (var file : old.listAll()) {
          old.deleteFile(file);
        }
      }
    }
  }

  /// Brings documents to a new state, in order. Returns when searches see all of it; none sees a
  /// part. Refuses the whole list, before anything is changed, when a vector is not of length 1 and
  /// of the index's dimensions.
  public void apply(List<IndexChange> changes) {
    changes.forEach(this::check);
    writing.lock();
    try {
      for (var change : changes) {
        write(change);
      }
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      writing.unlock();
    }
  }

  private void write(IndexChange change) throws IOException {
    var document = PassageFields.document(change.document());
    switch (change) {
      case IndexChange.Replace replace -> {
        if (replace.passages().isEmpty()) {
          var _ = writer.deleteDocuments(document); // Lucene loses count when given no documents
        } else {
          var _ = writer.updateDocuments(document, PassageFields.of(replace));
        }
      }
      case IndexChange.Forget _ -> {
        var _ = writer.deleteDocuments(document);
      }
    }
  }

  private void check(IndexChange change) {
    if (change instanceof IndexChange.Replace replace) {
      for (var passage : replace.passages()) {
        var vector = passage.vector();
        if (vector != null) {
          shape.requireFits(vector);
        }
      }
    }
  }

  /// Makes everything applied so far last.
  ///
  /// @param change number of the last change applied; [#lastChange()] from now on
  public void commit(long change) {
    writing.lock();
    try {
      writer.setLiveCommitData(OpenIndex.userData(shape, change).entrySet());
      var _ = writer.commit();
      lastChange = change;
    } catch (IOException e) {
      throw failure(e);
    } finally {
      writing.unlock();
    }
  }

  /// Number of the change up to which the index would be right after a restart; 0 when it is new.
  public long lastChange() {
    return lastChange;
  }

  /// The passages that fit best, best first.
  ///
  /// @throws UnusableIndexException when damage shows
  public List<ScoredPassage> search(PassageQuery query) {
    return find(query, ranking);
  }

  /// The same in another order than the index's own. `k1` and `b` stay the index's.
  public List<ScoredPassage> search(PassageQuery query, Ranking other) {
    return find(query, other);
  }

  private List<ScoredPassage> find(PassageQuery query, Ranking by) {
    var vector = query.vector();
    if (vector != null) {
      shape.requireFits(vector);
    }
    return read(searcher -> new PassageSearch(searcher, by).find(query));
  }

  /// Number of passages that can be found.
  public int size() {
    return read(searcher -> searcher.getIndexReader().numDocs());
  }

  /// Writes the whole index anew as one segment, if it is not already. Two uses: a search by vector
  /// then walks one graph instead of one per segment; and what was replaced or forgotten leaves the
  /// files too. Searches lose that when `apply` returns, but its words and vectors stay on disk
  /// until Lucene happens to merge. Takes about a minute per 100,000 passages; changes and searches
  /// go on meanwhile. Lasts with the next `commit`.
  public void compact() {
    try {
      for (var round = 0; round < COMPACTING_ROUNDS && !compacted(); round++) {
        writer.forceMerge(1);
        searchers.maybeRefreshBlocking();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private boolean compacted() {
    return read(searcher -> {
      var reader = searcher.getIndexReader();
      return reader.leaves().size() <= 1 && !reader.hasDeletions();
    });
  }

  /// Reads every byte and compares checksums: about a second for a gigabyte.
  ///
  /// @throws UnusableIndexException when a file is damaged
  public void verify() {
    var _ = read(OpenIndex::verify);
  }

  /// Ends searching and changing. What was not committed is dropped.
  @Override
  public void close() {
    writing.lock();
    try {
      IOUtils.close(searchers, writer, directory);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      writing.unlock();
    }
  }

  private <T> T read(Reading<T> reading) {
    try {
      var searcher = searchers.acquire();
      try {
        return reading.from(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(IOException e) {
    return e instanceof CorruptIndexException
        ? new UnusableIndexException("the search index is damaged", e)
        : new UncheckedIOException("the search index", e);
  }

  /// Something read from one state of the index.
  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }
}
