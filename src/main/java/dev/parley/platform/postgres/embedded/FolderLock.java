package dev.parley.platform.postgres.embedded;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.time.Stopwatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Keeps a second process off the same folder. The operating system lets go of it when the process
/// ends, however it ends. The file stays: deleting it would let two processes hold two files of one
/// name.
final class FolderLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final int LONGEST_NOTE = 32;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StartFault when another process, or this one, holds the lock already
  static FolderLock take(Path dataDir) throws IOException {
    var channel =
        FileChannel.open(
            dataDir.resolve("parley.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!lock(channel)) {
      var holder = note(channel);
      channel.close();
      throw new StartFault(
          "DATA_DIR "
              + dataDir
              + " is in use by another Parley"
              + (holder.isEmpty() ? "" : " (process " + holder + ")")
              + ". Stop it, or choose another DATA_DIR.");
    }
    channel.truncate(0);
    var note = String.valueOf(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.US_ASCII)), 0);
    return new FolderLock(channel);
  }

  /// Takes the lock, and waits a moment for a process that is about to end.
  private static boolean lock(FileChannel channel) throws IOException {
    try {
      var watch = Stopwatch.start();
      while (channel.tryLock() == null) {
        if (watch.elapsed().compareTo(PATIENCE) > 0) {
          return false;
        }
        Thread.sleep(STEP);
      }
      return true;
    } catch (OverlappingFileLockException _) {
      return false; // held by this very process
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String note(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST_NOTE);
    var _ = channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
