package dev.parley.retrieval.ingest.parse;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ByteSize;
import java.time.Duration;

/// How files are read: how many at a time, and what one of them may cost.
///
/// @param processes child processes, and so files that are read at the same time
/// @param memory heap of one child process
/// @param timeLimit for one file; after it the child process is killed
/// @param maxFile size of one file; larger ones are refused
/// @param filesPerProcess after so many files a child process is replaced
/// @param idle a child process without work for so long is stopped, to give its memory back
/// @param maxWaiting callers that wait for a child process; one more is refused as busy
public record ParserConfig(
    int processes,
    ByteSize memory,
    Duration timeLimit,
    ByteSize maxFile,
    int filesPerProcess,
    Duration idle,
    int maxWaiting) {
  public ParserConfig {
    require(processes >= 1, "processes must be at least 1");
    require(processes <= 64, "processes must be at most 64");
    require(memory.bytes() >= 64 << 20, "memory must be at least 64MiB");
    require(memory.bytes() <= 8L << 30, "memory must be at most 8GiB");
    require(timeLimit.isPositive(), "time-limit must be longer than nothing");
    require(maxFile.bytes() >= 1, "max-file must be at least 1 byte");
    require(maxFile.bytes() <= 1 << 30, "max-file must be at most 1GiB");
    require(filesPerProcess >= 1, "files-per-process must be at least 1");
    require(idle.isPositive(), "idle must be longer than nothing");
    require(maxWaiting >= 0, "max-waiting must not be negative");
  }

  /// One process of 256 MiB, 30 seconds and 25 MiB for a file.
  public static ParserConfig usual() {
    return new ParserConfig(
        1,
        new ByteSize(256L << 20),
        Duration.ofSeconds(30),
        new ByteSize(25L << 20),
        200,
        Duration.ofMinutes(1),
        64);
  }
}
