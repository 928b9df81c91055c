package dev.parley.retrieval.search;

import static dev.parley.retrieval.search.Passages.SHAPE;
import static dev.parley.retrieval.search.Passages.at;
import static dev.parley.retrieval.search.Passages.document;
import static dev.parley.retrieval.search.Passages.found;
import static dev.parley.retrieval.search.Passages.id;
import static dev.parley.retrieval.search.Passages.index;
import static dev.parley.retrieval.search.Passages.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

final class PassageIndexTest {

  @Test
  void whatWasAppliedIsFoundAtOnce() {
    try (var index = index()) {
      index.apply(List.of(document(1, "a lighthouse", "a harbour")));

      var passages = index.search(text("harbour"));

      assertEquals(1, passages.size());
      assertEquals(id(1), passages.getFirst().document());
      assertEquals(1, passages.getFirst().ordinal());
      assertEquals(1, passages.getFirst().version());
    }
  }

  @Test
  void aReplacedDocumentHasOnlyItsNewPassages() {
    try (var index = index()) {
      index.apply(List.of(document(1, "lighthouse", "harbour"), document(2, "harbour")));

      index.apply(
          List.of(
              new IndexChange.Replace(
                  Passages.WORKSPACE,
                  Passages.BASE,
                  id(1),
                  2,
                  List.of(Passages.passage(0, "windmill", null)))));

      assertEquals(List.of(2), found(index, text("lighthouse harbour")));
      assertEquals(2, index.search(text("windmill")).getFirst().version());
      assertEquals(2, index.size());
    }
  }

  @Test
  void aDocumentWithoutPassagesLeavesNothing() {
    try (var index = index()) {
      index.apply(List.of(document(1, "lighthouse")));
      index.apply(List.of(document(1)));

      assertEquals(0, index.size());
    }
  }

  @Test
  void aForgottenDocumentIsNotFoundByWordsOrVector() {
    try (var index = index()) {
      index.apply(List.of(document(1, "lighthouse", at(0)), document(2, "harbour", at(90))));
      index.apply(List.of(new IndexChange.Forget(id(1))));

      var query = Passages.query(PassageQuery.Mode.HYBRID, "lighthouse", at(0));
      assertEquals(List.of(2), found(index, query));
    }
  }

  @Test
  void compactingTakesForgottenPassagesOutOfTheFiles() throws IOException {
    var files = new ByteBuffersDirectory();
    try (var index = PassageIndex.open(files, SHAPE, Ranking.standard())) {
      index.apply(List.of(document(1, "xylophone"), document(2, "harbour")));
      index.commit(1);
      assertTrue(holds(files, "xylophon"));

      index.apply(List.of(new IndexChange.Forget(id(1))));
      index.compact();
      index.commit(2);

      assertTrue(!holds(files, "xylophon"));
      assertEquals(List.of(2), found(index, text("harbour")));
    }
  }

  private static boolean holds(Directory files, String word) throws IOException {
    for (var name : files.listAll()) {
      try (var file = files.openInput(name, IOContext.DEFAULT)) {
        var bytes = new byte[(int) file.length()];
        file.readBytes(bytes, 0, bytes.length);
        if (new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void restartingKeepsWhatWasCommitted() throws IOException {
    var files = new ByteBuffersDirectory();
    var index = PassageIndex.open(files, SHAPE, Ranking.standard());
    assertEquals(0, index.lastChange());
    index.apply(List.of(document(1, "lighthouse")));
    index.commit(17);
    assertEquals(17, index.lastChange());

    try (var again = PassageIndex.open(crashed(files), SHAPE, Ranking.standard())) {
      assertEquals(17, again.lastChange());
      assertEquals(List.of(1), found(again, text("lighthouse")));
    }
    index.close();
  }

  @Test
  void aCrashBetweenApplyAndCommitIsMendedByFeedingAgain() throws IOException {
    var files = new ByteBuffersDirectory();
    var index = PassageIndex.open(files, SHAPE, Ranking.standard());
    index.apply(List.of(document(1, "lighthouse"), document(2, "harbour")));
    index.commit(2);
    List<IndexChange> third = List.of(document(3, "windmill"));
    List<IndexChange> fourth = List.of(new IndexChange.Forget(id(1)), document(2, "bridge"));
    index.apply(third);
    index.apply(fourth);

    try (var again = PassageIndex.open(crashed(files), SHAPE, Ranking.standard())) {
      assertEquals(2, again.lastChange());
      assertEquals(List.of(1), found(again, text("lighthouse")));
      again.apply(third);
      again.apply(third);
      again.apply(fourth);
      again.apply(fourth);

      assertEquals(2, again.size());
      assertEquals(List.of(), found(again, text("lighthouse harbour")));
      assertEquals(List.of(2), found(again, text("bridge")));
      assertEquals(List.of(3), found(again, text("windmill")));
    }
    index.close();
  }

  /// The files as they are this moment, as a killed process would leave them.
  private static Directory crashed(Directory files) throws IOException {
    var copy = new ByteBuffersDirectory();
    for (var name : files.listAll()) {
      copy.copyFrom(files, name, name, IOContext.DEFAULT);
    }
    return copy;
  }

  @Test
  void closingDropsWhatWasNotCommitted() throws IOException {
    var files = new ByteBuffersDirectory();
    var kept =
        new FilterDirectory(files) {
          @Override
          public void close() {
            // the test opens the same files again
          }
        };
    var index = PassageIndex.open(kept, SHAPE, Ranking.standard());
    index.apply(List.of(document(1, "lighthouse")));
    index.close();

    try (var again = PassageIndex.open(files, SHAPE, Ranking.standard())) {
      assertEquals(0, again.size());
      assertEquals(0, again.lastChange());
    }
  }

  @Test
  void anIndexOfAnotherModelIsRefused() throws IOException {
    var files = new ByteBuffersDirectory();
    var index = PassageIndex.open(files, SHAPE, Ranking.standard());

    var copy = crashed(files);
    var other = new IndexShape("another", SHAPE.dimensions());
    var refusal =
        assertThrows(
            UnusableIndexException.class, () -> PassageIndex.open(copy, other, Ranking.standard()));

    assertTrue(refusal.toString().contains("another"), refusal::toString);
    index.close();
  }

  @Test
  void aCutFileIsNoticedOnOpening() throws IOException {
    for (var suffix : List.of(".cfs", ".si", "segments_2")) {
      var damaged = changed(committed(), suffix, bytes -> java.util.Arrays.copyOf(bytes, 20));

      assertThrows(
          UnusableIndexException.class,
          () -> PassageIndex.open(damaged, SHAPE, Ranking.standard()),
          suffix);
    }
  }

  @Test
  void aFlippedByteIsNoticedOnVerifying() throws IOException {
    var damaged =
        changed(
            committed(),
            ".cfs",
            bytes -> {
              bytes[bytes.length - CodecUtil.footerLength() - 5] ^= 1;
              return bytes;
            });

    assertThrows(
        UnusableIndexException.class,
        () -> {
          try (var index = PassageIndex.open(damaged, SHAPE, Ranking.standard())) {
            index.verify();
          }
        });
  }

  @Test
  void anUndamagedIndexPassesVerifying() throws IOException {
    try (var index = PassageIndex.open(committed(), SHAPE, Ranking.standard())) {
      index.verify();

      assertEquals(2, index.size());
    }
  }

  private static Directory committed() throws IOException {
    var files = new ByteBuffersDirectory();
    try (var index = PassageIndex.open(files, SHAPE, Ranking.standard())) {
      index.apply(List.of(document(1, "lighthouse", at(0)), document(2, "harbour", at(90))));
      index.commit(1);
      return crashed(files);
    }
  }

  private static Directory changed(
      Directory files, String suffix, java.util.function.UnaryOperator<byte[]> change)
      throws IOException {
    var copy = new ByteBuffersDirectory();
    for (var name : files.listAll()) {
      try (var from = files.openInput(name, IOContext.DEFAULT);
          var to = copy.createOutput(name, IOContext.DEFAULT)) {
        var bytes = new byte[(int) from.length()];
        from.readBytes(bytes, 0, bytes.length);
        var written = name.endsWith(suffix) ? change.apply(bytes) : bytes;
        to.writeBytes(written, written.length);
      }
    }
    return copy;
  }

  @Test
  void aFullDiskLeavesSearchingIntact() {
    var disk = new FillingDirectory();
    var index = PassageIndex.open(disk, SHAPE, Ranking.standard());
    index.apply(List.of(document(1, "lighthouse")));
    index.commit(1);
    disk.full = true;

    assertThrows(UncheckedIOException.class, () -> index.apply(List.of(document(2, "lighthouse"))));

    assertEquals(List.of(1), found(index, text("lighthouse")));
    assertEquals(1, index.lastChange());
    disk.full = false;
    index.close();
  }

  /// A directory whose disk can run full.
  private static final class FillingDirectory extends FilterDirectory {
    private boolean full;

    private FillingDirectory() {
      super(new ByteBuffersDirectory());
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }
  }

  @Test
  void aListWithAnUnfitVectorChangesNothing() {
    try (var index = index()) {
      index.apply(List.of(document(1, "lighthouse")));

      for (var unfit :
          List.of(new float[] {1, 0}, new float[] {0.5f, 0, 0}, new float[] {Float.NaN, 0, 0})) {
        List<IndexChange> changes =
            List.of(new IndexChange.Forget(id(1)), document(2, "harbour", unfit));
        assertThrows(IllegalArgumentException.class, () -> index.apply(changes));
      }

      assertEquals(List.of(1), found(index, text("lighthouse harbour")));
    }
  }

  @Test
  void longVectorsOfHostedModelsAreTaken() {
    var shape = new IndexShape("large", 3072);
    try (var index = PassageIndex.inMemory(shape, Ranking.standard())) {
      var vector = new float[3072];
      vector[3000] = 1;
      index.apply(List.of(document(1, "lighthouse", vector)));

      var query = Passages.query(PassageQuery.Mode.VECTORS, "", vector);
      assertEquals(1.0, index.search(query).getFirst().vectorScore(), 1e-6);
    }
  }
}
