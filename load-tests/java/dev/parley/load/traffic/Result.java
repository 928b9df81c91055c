package dev.parley.load.traffic;

import java.util.Map;
import java.util.TreeMap;

/// How load was answered. All times are counted from when a request should have been sent.
public final class Result {
  private final Latencies whole = new Latencies();
  private final Latencies firstTokens = new Latencies();
  private final Latencies gaps = new Latencies();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private volatile long tokens;
  private volatile long answered;
  private long nanos;

  /// From the time a request was due to the end of its answer; of good answers only.
  public Latencies whole() {
    return whole;
  }

  /// To the first token of a stream.
  public Latencies firstTokens() {
    return firstTokens;
  }

  /// Between two tokens of a stream.
  public Latencies gaps() {
    return gaps;
  }

  /// Exact counts: `ok`, a status, `error event`, `no end`, `cut`, `left`, `unfinished`.
  public Map<String, Long> outcomes() {
    return outcomes;
  }

  /// Good answers.
  public long ok() {
    return outcomes.getOrDefault("ok", 0L);
  }

  /// Tokens that have come; may be read while the load runs.
  public long tokens() {
    return tokens;
  }

  /// Requests that have ended, one way or another; may be read while the load runs.
  public long answered() {
    return answered;
  }

  public double perSecond() {
    return ok() / (nanos / 1e9);
  }

  void took(long length) {
    nanos = length;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the one thread of the generator
  void token() {
    tokens++;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void ended(String outcome) {
    answered++;
    outcomes.merge(outcome, 1L, Long::sum);
  }
}
