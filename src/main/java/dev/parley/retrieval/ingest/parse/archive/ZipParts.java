package dev.parley.retrieval.ingest.parse.archive;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Unpacks parts of a ZIP archive while it counts. Sizes that the archive declares are not
/// believed: what is counted is what comes out. Archives inside are not opened, nothing is written
/// to disk, and entries are read one after the other, so overlapping ones are no trick.
public final class ZipParts {
  private static final int MAX_ENTRIES = 2_000;
  private static final long MAX_UNPACKED = 200L << 20;
  private static final long SMALL = 10L << 20;
  private static final int MAX_RATIO = 100;

  /// What is kept in memory at once.
  private static final long MAX_KEPT = 64L << 20;

  private final long limit;
  private long unpacked;
  private long kept;
  private int entries;

  private ZipParts(long packed) {
    limit = Math.clamp(packed * MAX_RATIO, SMALL, MAX_UNPACKED);
  }

  /// The unpacked content of the entries whose name is wanted, by name without a leading slash.
  ///
  /// @throws ParseProblem `archive_bomb`, `too_large`, `damaged`, `encrypted`
  public static Map<String, byte[]> read(byte[] archive, Predicate<String> wanted) {
    var count = new ZipParts(archive.length);
    var parts = new HashMap<String, byte[]>();
    var bytes = new ByteArrayInputStream(archive);
    try (var zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = entry.getName().startsWith("/") ? entry.getName().substring(1) : entry.getName();
        count.entry();
        var part = count.unpack(zip, entry, wanted.test(name));
        if (part.length > 0) {
          var _ = parts.putIfAbsent(name, part);
        }
      }
    } catch (ZipException broken) {
      throw new ParseProblem(failure(broken), broken);
    } catch (IOException | IllegalArgumentException broken) {
      throw new ParseProblem(ParseFailure.DAMAGED, broken);
    }
    return parts;
  }

  private static ParseFailure failure(ZipException broken) {
    var says = String.valueOf(broken.getMessage());
    return says.contains("encrypted") ? ParseFailure.ENCRYPTED : ParseFailure.DAMAGED;
  }

  private void entry() {
    entries++;
    if (entries > MAX_ENTRIES) {
      throw new ParseProblem(ParseFailure.ARCHIVE_BOMB);
    }
  }

  private byte[] unpack(ZipInputStream zip, ZipEntry entry, boolean keep) throws IOException {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[16 * 1024];
    for (var n = zip.read(buffer); n >= 0 && !entry.isDirectory(); n = zip.read(buffer)) {
      unpacked += n;
      if (unpacked > limit) {
        throw new ParseProblem(ParseFailure.ARCHIVE_BOMB);
      }
      if (keep) {
        kept += n;
        if (kept > MAX_KEPT) {
          throw new ParseProblem(ParseFailure.TOO_LARGE);
        }
        out.write(buffer, 0, n);
      }
    }
    return out.toByteArray();
  }
}
