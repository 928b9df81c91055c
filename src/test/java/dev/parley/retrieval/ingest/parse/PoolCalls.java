package dev.parley.retrieval.ingest.parse;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.ByteSize;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Calls of a pool, and a configuration in which nothing takes long.
final class PoolCalls {
  static final ParserConfig CONFIG =
      new ParserConfig(
          1,
          new ByteSize(256L << 20),
          Duration.ofSeconds(30),
          new ByteSize(64L << 20),
          100,
          Duration.ofMinutes(1),
          4);

  private PoolCalls() {}

  static Call call() {
    return call(Duration.ofMinutes(5));
  }

  static Call call(Duration length) {
    var caller = new Caller.Parley(new WorkspaceId(new UUID(0, 1)));
    return new Call("test", caller, new Deadline(Instant.now().plus(length)));
  }

  static ParserConfig with(Duration timeLimit, Duration idle, int filesPerProcess) {
    return new ParserConfig(
        1,
        CONFIG.memory(),
        timeLimit,
        CONFIG.maxFile(),
        filesPerProcess,
        idle,
        CONFIG.maxWaiting());
  }

  static ParsedDocument parse(ParserPool pool, String name, String text) {
    return pool.parse(call(), Upload.of(name, null, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Why a file gives no text.
  static ParseFailure failure(ParserPool pool, String name) {
    try {
      throw new AssertionError("it gave " + parse(pool, name, "content").text());
    } catch (ParseProblem problem) {
      return problem.failure();
    }
  }
}
