package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.files.FileTree.Entry;
import dev.parley.retrieval.source.files.FileTree.Visitor;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Reads an archive from its first byte to its last. What it declares of itself is not believed:
/// bytes and entries are counted as they come. Links in it are passed over, and nothing is written
/// anywhere, so no name in it can do harm.
final class ReadArchive {
  private static final int MOST_ENTRIES = 100_000;
  private static final long MOST_UNPACKED = 2L << 30;
  private static final long LITTLE = 64L << 20;
  private static final int RATIO = 100;

  private static final int LONGEST_NAME = 4_096;

  /// Of one entry: its names and settings, which are read into memory whole.
  private static final long MOST_HEADER = 1 << 20;

  private final byte[] bytes;
  private final @Nullable String edition;

  /// @param edition what the server calls this archive
  ReadArchive(byte[] bytes, @Nullable String edition) {
    this.bytes = bytes;
    this.edition = edition;
  }

  /// @throws EndOfTrip.Failed when it is none, or is made to do harm
  void each(Trip trip, Visitor visitor) throws Exception {
    try {
      var root = root();
      files((path, content) -> {
        trip.check();
        var below = path.startsWith(root) ? path.substring(root.length()) : path;
        visitor.visit(new Entry(below, null, -1, edition, content::readNBytes));
      });
    } catch (IOException broken) {
      throw new EndOfTrip.Failed("archive_unreadable", "What came is no whole archive.");
    }
  }

  /// The folder that all files are in, as those of a repository are; empty when there is none.
  private String root() throws Exception {
    var common = new String[] {null};
    files((path, _) -> {
      var first = path.substring(0, path.indexOf('/') + 1);
      common[0] = common[0] == null || common[0].equals(first) ? first : "";
    });
    return common[0] == null ? "" : common[0];
  }

  private void files(FileReader reader) throws Exception {
    if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      zip(reader);
    } else if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      tar(reader);
    } else {
      throw new EndOfTrip.Failed("archive_unreadable", "What came is neither .zip nor .tar.gz.");
    }
  }

  private void zip(FileReader reader) throws Exception {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      var counted = new Counted(zip);
      var entries = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        count(++entries);
        if (!entry.isDirectory()) {
          reader.read(clean(entry.getName()), counted);
        }
        var _ = counted.skip(Long.MAX_VALUE); // closing the entry would unpack it uncounted
      }
    }
  }

  private void tar(FileReader reader) throws Exception {
    var unpacked = new Counted(new GZIPInputStream(new ByteArrayInputStream(bytes)));
    try (var tar = new TarArchiveInputStream(unpacked)) {
      var entries = 0;
      for (var entry = next(tar, unpacked); entry != null; entry = next(tar, unpacked)) {
        count(++entries);
        if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
          reader.read(clean(entry.getName()), tar);
        }
        var _ = tar.skip(Long.MAX_VALUE); // what is left of it is no header
      }
    }
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Counted unpacked)
      throws IOException {
    unpacked.allow(MOST_HEADER);
    var entry = tar.getNextEntry();
    unpacked.allow(MOST_UNPACKED);
    return entry;
  }

  /// Empty for a name that is none.
  private static String clean(String name) {
    if (name.length() > LONGEST_NAME) {
      return "";
    }
    var path = name.replace('\\', '/');
    var start = 0;
    while (path.startsWith("/", start) || path.startsWith("./", start)) {
      start += path.charAt(start) == '/' ? 1 : 2;
    }
    return path.substring(start);
  }

  private static void count(int entries) {
    if (entries > MOST_ENTRIES) {
      throw bomb();
    }
  }

  private static EndOfTrip.Failed bomb() {
    return new EndOfTrip.Failed("archive_bomb", "The archive holds far more than it seems to.");
  }

  /// Is shown files, with their bytes.
  @FunctionalInterface
  private interface FileReader {
    void read(String path, InputStream content) throws Exception;
  }

  /// Counts what is unpacked.
  private final class Counted extends FilterInputStream {
    private static final int PIECE = 1 << 16;
    private long count;
    private long most = MOST_UNPACKED;

    Counted(InputStream packed) {
      super(packed);
    }

    /// Lets so many more bytes through, within what the whole archive may have.
    void allow(long more) {
      most = Math.min(MOST_UNPACKED, count + more);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var read = super.read(into, from, length);
      count += Math.max(0, read);
      if (count > most || (count > LITTLE && count / RATIO > bytes.length)) {
        throw bomb();
      }
      return read;
    }

    /// Reads, so that it counts.
    @Override
    public long skip(long wanted) throws IOException {
      var piece = new byte[PIECE];
      var skipped = 0L;
      while (skipped < wanted) {
        var read = read(piece, 0, (int) Math.min(piece.length, wanted - skipped));
        if (read < 0) {
          break;
        }
        skipped += read;
      }
      return skipped;
    }
  }
}
