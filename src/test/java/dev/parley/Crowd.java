package dev.parley;

import dev.parley.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many people with accounts, each with a network address of their own, for measurements of signing
/// in. The server has to trust the proxy 127.0.0.1.
final class Crowd {
  static final String PASSWORD = "four words make a password";
  private static final int REGISTERED_AT_ONCE = 4;

  private final Client client;
  private int networks;

  private Crowd(Client client) {
    this.client = client;
  }

  /// Makes an account for each.
  static Crowd register(Client client, int people) throws Exception {
    var crowd = new Crowd(client);
    var all = new ArrayList<Callable<Reply>>();
    for (var i = 0; i < people; i++) {
      var body =
          "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\"}"
              .formatted(address(i), PASSWORD);
      var network = crowd.network();
      all.add(() -> client.post("/api/v1/auth/register", body, "X-Forwarded-For", network));
    }
    atOnce(REGISTERED_AT_ONCE, all).forEach(reply -> require(reply, 201));
    return crowd;
  }

  static String address(int person) {
    return "person" + person + "@example.org";
  }

  /// One try from a network that nobody else has tried from.
  Reply logIn(String address, String password) {
    return logIn(client, address, password);
  }

  /// The same on a connection of one's own.
  Reply logIn(Client own, String address, String password) {
    return own.post(
        "/api/v1/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(address, password),
        "X-Forwarded-For",
        network());
  }

  /// Runs all, so many at a time, and returns what they came to, in their order.
  static <T> List<T> atOnce(int most, List<Callable<T>> all) throws Exception {
    try (var threads = Executors.newFixedThreadPool(most, Thread.ofVirtual().factory())) {
      var results = new ArrayList<T>();
      for (Future<T> future : threads.invokeAll(all)) {
        try {
          results.add(future.get());
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
      return results;
    }
  }

  static void require(Reply reply, int status) {
    if (reply.status() != status) {
      throw new IllegalStateException(reply.status() + " " + reply.body());
    }
  }

  /// The value below which so many hundredths of the values lie.
  static double percentile(List<Long> nanos, int percent) {
    var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }

  private synchronized String network() {
    networks++;
    return "2001:db8:%x::1".formatted(networks);
  }
}
