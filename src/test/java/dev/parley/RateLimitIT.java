package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.RedisFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who asks too often is told when to come back.
final class RateLimitIT {
  @RegisterExtension static final RedisFixture REDIS = new RedisFixture();

  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product =
        Product.with(
            Map.of(
                "RATE_LIMIT_REQUESTS", "20", "RATE_LIMIT_WINDOW", "24h", "REDIS_URL", REDIS.url()));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void theLimitIsToldAndKept() {
    for (var left = 19; left >= 0; left--) {
      var reply = client.get("/api/v1/session");
      assertEquals(200, reply.status());
      assertEquals("20", reply.header("ratelimit-limit"));
      assertEquals(Integer.toString(left), reply.header("ratelimit-remaining"));
    }

    var refused = client.post("/ask", "{\"query\":\"a\"}");

    assertEquals(429, refused.status());
    assertEquals("application/problem+json", refused.header("content-type"));
    assertEquals("rate_limited", refused.json().path("code").asText());
    assertTrue(refused.json().path("retryable").asBoolean());
    assertEquals("0", refused.header("ratelimit-remaining"));
    assertTrue(Long.parseLong(refused.header("retry-after")) >= 1);
    assertTrue(Long.parseLong(refused.header("ratelimit-reset")) >= 1);
    assertHealthIsNotCounted();
  }

  private static void assertHealthIsNotCounted() {
    for (var path : new String[] {"/health", "/healthz", "/livez", "/metrics", "/"}) {
      assertNotEquals(429, client.get(path).status(), path);
    }
    var dependencies = client.get("/health").json().path("dependencies");
    assertTrue(dependencies.path("redis").asBoolean(), dependencies::toString);
  }
}
