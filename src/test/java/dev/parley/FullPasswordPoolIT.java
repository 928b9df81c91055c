package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// More people sign in at once than there is room for: two are served and 32 wait.
final class FullPasswordPoolIT {
  private static final int AT_ONCE = 120;

  @Test
  void whoFindsNoRoomIsToldWhenToComeBack() throws Exception {
    try (var product = Product.guarded("TRUSTED_PROXIES", "127.0.0.1/32")) {
      var crowd = Crowd.register(new Client(product.url()), 1);
      var all = new ArrayList<Callable<Reply>>();
      for (var i = 0; i < AT_ONCE; i++) {
        var address = "nobody" + i + "@example.org";
        all.add(() -> crowd.logIn(new Client(product.url()), address, Crowd.PASSWORD));
      }

      var replies = Crowd.atOnce(AT_ONCE, all);

      var refused = replies.stream().filter(reply -> reply.status() == 503).toList();
      assertFalse(refused.isEmpty(), "there was room for all");
      var waits = new HashSet<String>();
      for (var reply : refused) {
        assertEquals("overloaded", reply.json().path("code").asText());
        var seconds = Integer.parseInt(reply.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 3, reply.header("Retry-After"));
        waits.add(reply.header("Retry-After"));
      }
      System.out.printf("%d of %d found no room; Retry-After %s%n", refused.size(), AT_ONCE, waits);
    }
  }
}
