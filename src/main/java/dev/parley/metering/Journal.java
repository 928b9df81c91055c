package dev.parley.metering;

import dev.parley.platform.observe.Log;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What is under way and what is not durable yet, in a file that is mapped into memory: it outlives
/// a process that is killed, and the next one in the same folder bills it.
///
/// Writing costs a copy and no call of the system. It does not outlive the machine: nothing is
/// forced to the disk. Where the file cannot be had, nothing is remembered. Safe from any thread.
final class Journal {
  private static final Log LOG = Log.of(Journal.class);
  private static final String FILE = "usage.journal";
  private static final int SLOTS_AT_ONCE = 256;
  private static final long SEGMENT = (long) SLOTS_AT_ONCE * JournalSlot.BYTES;
  private static final int MOST_SEGMENTS = 128;

  private final Path folder;
  private final Queue<JournalSlot> free = new ArrayDeque<>();
  private final List<JournalSlot> left = new ArrayList<>();
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;
  private int segments;

  /// @param folder of this process alone
  Journal(Path folder) {
    this.folder = folder;
  }

  /// Begins to remember, with what a process before has left.
  synchronized void open() {
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        LOG.warning("another process has the journal of usage; this one goes without");
        return;
      }
      var known = Math.min(MOST_SEGMENTS, (int) (channel.size() / SEGMENT));
      while (segments < Math.max(1, known)) {
        map();
      }
    } catch (IOException | OverlappingFileLockException e) {
      LOG.warning("there is no journal of usage", "cause", e);
    }
  }

  private void map() throws IOException {
    if (channel == null) {
      return;
    }
    var memory =
        channel.map(FileChannel.MapMode.READ_WRITE, segments * SEGMENT, SEGMENT, Arena.global());
    segments++;
    for (var i = 0; i < SLOTS_AT_ONCE; i++) {
      var slot = new JournalSlot(memory.asSlice((long) i * JournalSlot.BYTES, JournalSlot.BYTES));
      if (slot.isUsed()) {
        left.add(slot);
      } else {
        free.add(slot);
      }
    }
  }

  /// What was left, to be given back with [#free] when it is durable.
  synchronized List<JournalSlot> left() {
    var all = List.copyOf(left);
    left.clear();
    return all;
  }

  /// Remembers a text until it is given back; null where it cannot be remembered.
  @Nullable JournalSlot put(String text, boolean ended) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > JournalSlot.LONGEST) {
      return null;
    }
    var slot = take();
    if (slot != null) {
      slot.write(bytes, ended);
    }
    return slot;
  }

  private synchronized @Nullable JournalSlot take() {
    if (free.isEmpty() && lock != null && segments < MOST_SEGMENTS) {
      try {
        map();
      } catch (IOException e) {
        LOG.warning("the journal of usage cannot grow", "cause", e);
      }
    }
    return free.poll();
  }

  void free(@Nullable JournalSlot slot) {
    if (slot != null) {
      slot.clear();
      synchronized (this) {
        free.add(slot);
      }
    }
  }

  /// Remembers nothing more.
  synchronized void close() {
    free.clear();
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.warning("the journal of usage was not closed", "cause", e);
    }
    channel = null;
    lock = null;
  }
}
