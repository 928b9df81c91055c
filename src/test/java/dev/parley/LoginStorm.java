package dev.parley;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Prints what 200 people who sign in at once do to those who ask: times of `/ask` alone and during
/// the storm. Who is told that there is no room tries again, as browsers' people do. See
/// `src/docs/testing.md` for the command.
final class LoginStorm {
  private static final PrintStream OUT = System.out;
  private static final int PEOPLE = 200;
  private static final int STORMS = 3;
  private static final Duration PACE = Duration.ofMillis(50); // 20 questions a second
  private static final Duration ALONE = Duration.ofSeconds(15);
  private static final String QUESTION = "{\"query\":\"How do I add my documents?\"}";

  private LoginStorm() {}

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("parley-storm");
    try (var product = new ProductProcess(folder, LoginTimes.settings())) {
      var client = new Client(product.url());
      var crowd = Crowd.register(client, PEOPLE);
      var _ = ask(client, () -> Thread.sleep(ALONE)); // warm
      print("/ask alone", ask(client, () -> Thread.sleep(ALONE)));
      print("/ask while they sign in", ask(client, () -> storms(product.url(), crowd)));
    }
  }

  private static void storms(String url, Crowd crowd) throws Exception {
    for (var storm = 0; storm < STORMS; storm++) {
      var turnedAway = new AtomicInteger();
      var waits = new ConcurrentLinkedQueue<Long>();
      var all = new ArrayList<Callable<Boolean>>();
      for (var i = 0; i < PEOPLE; i++) {
        var address = Crowd.address(i);
        var own = new Client(url);
        all.add(() -> waits.add(comeIn(crowd, own, address, turnedAway)));
      }
      var begun = System.nanoTime();
      var _ = Crowd.atOnce(PEOPLE, all);
      var seconds = (System.nanoTime() - begun) / 1e9;
      OUT.printf(
          "%d sign-ins at once: all in after %.1f s, %.1f/s; p50 %.0f ms, p99 %.0f ms; "
              + "%d times 503, tried again%n",
          PEOPLE,
          seconds,
          PEOPLE / seconds,
          Crowd.percentile(List.copyOf(waits), 50),
          Crowd.percentile(List.copyOf(waits), 99),
          turnedAway.get());
    }
  }

  private static long comeIn(Crowd crowd, Client own, String address, AtomicInteger turnedAway)
      throws InterruptedException {
    var begun = System.nanoTime();
    var reply = crowd.logIn(own, address, Crowd.PASSWORD);
    while (reply.status() == 503) {
      turnedAway.incrementAndGet();
      Thread.sleep(500 + ThreadLocalRandom.current().nextInt(1000));
      reply = crowd.logIn(own, address, Crowd.PASSWORD);
    }
    Crowd.require(reply, 200);
    return System.nanoTime() - begun;
  }

  private interface Work {
    void run() throws Exception;
  }

  /// Asks at a steady pace while the work goes on, however long answers take.
  private static List<Long> ask(Client client, Work during) throws Exception {
    var times = new ConcurrentLinkedQueue<Long>();
    var going = new AtomicBoolean(true);
    try (var questions = Executors.newVirtualThreadPerTaskExecutor()) {
      var pacer =
          questions.submit(() -> {
            for (var next = System.nanoTime(); going.get(); next += PACE.toNanos()) {
              Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
              var due = next;
              var _ =
                  questions.submit(() -> {
                    Crowd.require(client.post("/ask", QUESTION), 200);
                    return times.add(System.nanoTime() - due);
                  });
            }
            return true;
          });
      during.run();
      going.set(false);
      var _ = pacer.get();
    }
    return List.copyOf(times);
  }

  private static void print(String what, List<Long> nanos) {
    OUT.printf(
        "%s: %d answers, p50 %.1f ms, p99 %.1f ms%n",
        what, nanos.size(), Crowd.percentile(nanos, 50), Crowd.percentile(nanos, 99));
  }
}
