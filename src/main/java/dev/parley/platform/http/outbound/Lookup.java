package dev.parley.platform.http.outbound;

import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import dev.parley.platform.http.outbound.OutboundProblem.UnknownHost;
import io.vertx.core.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Asks for the addresses of names, a bounded number at a time.
///
/// The operating system's resolver blocks its thread and cannot be interrupted, so each lookup gets
/// a thread that can be left behind. One that nobody waits for any more keeps its turn until it
/// ends: slow name servers make lookups fail, never threads or queues grow.
final class Lookup {
  private static final int THREADS = 8;

  private final Semaphore turns = new Semaphore(THREADS);
  private final Names names;
  private final Duration timeout;

  Lookup(Names names, Duration timeout) {
    this.names = names;
    this.timeout = timeout;
  }

  /// All addresses of a host, at least one; throws [UnknownHost] or [TooSlow]. Blocks.
  List<InetAddress> addresses(Host host, Patience patience) throws InterruptedException {
    if (host.literal() != null) {
      return List.of(host.literal());
    }
    var late = "The addresses of %s could not be found in time.".formatted(host.name());
    if (!turns.tryAcquire(patience.atMost(timeout).toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TooSlow(late);
    }
    var found = Promise.<List<InetAddress>>promise();
    Thread.ofPlatform().daemon().name("outbound-lookup").start(() -> find(host.name(), found));
    return patience.await(found.future(), timeout, late);
  }

  private void find(String name, Promise<List<InetAddress>> found) {
    try {
      var addresses = List.copyOf(names.addresses(name));
      if (addresses.isEmpty()) {
        throw new UnknownHost(name);
      }
      found.complete(addresses);
    } catch (UnknownHostException _) {
      found.fail(new UnknownHost(name));
    } catch (RuntimeException e) {
      found.fail(e);
    } finally {
      turns.release();
    }
  }
}
