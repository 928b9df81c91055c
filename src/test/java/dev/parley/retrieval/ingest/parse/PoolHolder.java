package dev.parley.retrieval.ingest.parse;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// A product that is about to be killed: opens a pool, gives it a file that never ends, and prints
/// the process id of the child.
final class PoolHolder {
  private PoolHolder() {}

  public static void main(String[] args) throws InterruptedException {
    var pool =
        ParserPool.open(PoolCalls.CONFIG, InstantSource.system(), HostileParser.class.getName());
    var reader =
        CompletableFuture.runAsync(() -> System.out.println(PoolCalls.failure(pool, "loop")));
    while (pool.children().isEmpty()) {
      Thread.sleep(20);
    }
    Thread.sleep(1_000); // the child is in the middle of its file
    System.out.println(pool.children().iterator().next());
    var _ = reader.join();
  }
}
