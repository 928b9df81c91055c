package dev.parley.metering;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.parley.metering.usage.Usage;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// One place in the journal: a text, whether what it tells of has ended, and what was used so far.
final class JournalSlot {
  static final int BYTES = 4096;
  private static final int STATE_AT = 0;
  private static final int LENGTH_AT = 4;
  private static final int CHECK_AT = 8;
  private static final int INPUT_AT = 16;
  private static final int OUTPUT_AT = 24;
  private static final int TEXT_AT = 32;
  static final int LONGEST = BYTES - TEXT_AT;

  private static final int FREE = 0;
  private static final int RUNNING = 1;
  private static final int ENDED = 2;

  private final MemorySegment memory;

  JournalSlot(MemorySegment memory) {
    this.memory = memory;
  }

  boolean isUsed() {
    return memory.get(JAVA_INT, STATE_AT) != FREE;
  }

  boolean hasEnded() {
    return memory.get(JAVA_INT, STATE_AT) == ENDED;
  }

  /// The state comes last: a process that is killed on the way leaves a free slot.
  void write(byte[] text, boolean ended) {
    MemorySegment.copy(MemorySegment.ofArray(text), 0, memory, TEXT_AT, text.length);
    memory.set(JAVA_INT, LENGTH_AT, text.length);
    memory.set(JAVA_INT, CHECK_AT, check(text));
    memory.set(JAVA_LONG, INPUT_AT, 0);
    memory.set(JAVA_LONG, OUTPUT_AT, 0);
    VarHandle.releaseFence();
    memory.set(JAVA_INT, STATE_AT, ended ? ENDED : RUNNING);
  }

  void used(Usage soFar) {
    memory.set(JAVA_LONG, INPUT_AT, soFar.totalInput());
    memory.set(JAVA_LONG, OUTPUT_AT, soFar.totalOutput());
  }

  Usage used() {
    var input = Math.max(0, memory.get(JAVA_LONG, INPUT_AT));
    return Usage.estimate(input, Math.max(0, memory.get(JAVA_LONG, OUTPUT_AT)));
  }

  void clear() {
    memory.set(JAVA_INT, STATE_AT, FREE);
  }

  /// Empty when it is not what was written.
  Optional<String> text() {
    var length = memory.get(JAVA_INT, LENGTH_AT);
    if (length < 0 || length > LONGEST) {
      return Optional.empty();
    }
    var text = new byte[length];
    MemorySegment.copy(memory, TEXT_AT, MemorySegment.ofArray(text), 0, length);
    return memory.get(JAVA_INT, CHECK_AT) == check(text)
        ? Optional.of(new String(text, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static int check(byte[] text) {
    var check = new CRC32();
    check.update(text);
    return (int) check.getValue();
  }
}
