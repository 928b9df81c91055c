package dev.parley.gateway.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Providers and routes are data: added, tried and changed while calls run.
final class BookIT {
  private static final String MODELS = "/api/v1/admin/models";
  private static final int CHANGES = 100;

  private static Vertx vertx;
  private static FakeProvider one;
  private static FakeProvider other;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    one = FakeProvider.start(vertx, 0, () -> answer(2));
    other = FakeProvider.start(vertx, 0, () -> answer(2));
    product = Product.with(Map.of("RATE_LIMIT_REQUESTS", "1000000"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    one.close();
    other.close();
    var _ = vertx.close();
  }

  @Test
  void aProviderIsAddedTriedAndAsked() {
    var id = add("near", one, "first-key-of-near");
    var tried = client.post(MODELS + "/providers/" + id + "/test", "{\"model\":\"m\"}");
    assertTrue(tried.json().path("results").path(0).path("ok").asBoolean(), tried.body());

    route("smart", target(id, "m1", 1));
    var reply = ask("smart");

    assertEquals(200, reply.status(), reply.body());
    assertEquals("near/m1#main=completed", reply.header("x-parley-tried"));
    assertEquals("Bearer first-key-of-near", one.exchanges().getLast().authorization());
    var seen = client.get(MODELS).body();
    assertFalse(seen.contains("first-key-of-near"), "keys are not shown");
    assertTrue(seen.contains("\"near\""), "the hint: " + seen);
  }

  @Test
  void theProviderOfTheConfigurationIsListedWithoutAnId() {
    var id = add("listed", one, "key-of-listed");

    var providers = client.get(MODELS).json().path("providers").valueStream().toList();

    var configured = providers.stream().filter(provider -> !provider.has("id")).toList();
    assertEquals(1, configured.size(), providers.toString());
    assertEquals("extractive", configured.getFirst().path("name").asText());
    assertTrue(providers.stream().anyMatch(provider -> provider.path("id").asText().equals(id)));
  }

  @Test
  void theKeyIsSealedInTheTable() {
    var id = add("sealed", one, "a-very-secret-key");

    var log = client.get("/api/v1/admin/audit?limit=200").body();

    assertFalse(log.contains("a-very-secret-key"), "nor is it in the log");
    assertEquals(204, client.delete(MODELS + "/providers/" + id).status());
  }

  @Test
  void anAddressThatLeadsInsideIsRefused() {
    var wanted =
        "{\"name\":\"inside\",\"kind\":\"openai\",\"base_url\":\"http://169.254.169.254/v1\"}";

    var reply = client.post(MODELS + "/providers", wanted);

    assertEquals("address_not_allowed", reply.json().path("code").asText(), reply.body());
  }

  @Test
  void aProviderInUseStays() {
    var id = add("used", one, "key-of-used");
    route("uses", target(id, "m", 1));

    var reply = client.delete(MODELS + "/providers/" + id);

    assertEquals("provider_in_use", reply.json().path("code").asText(), reply.body());
    assertEquals(409, client.post(MODELS + "/providers", provider("used", one, "x-key")).status());
  }

  @Test
  void theSecondTierAnswersWhenTheFirstCannot() {
    var broken = FakeProvider.start(vertx, 0, () -> Script.refusal(500, "{}"));
    try {
      var first = add("broken", broken, "key-of-broken");
      var second = add("spare", other, "key-of-spare");
      route("safe", target(first, "m", 1) + "," + target(second, "m", 2));

      for (var i = 0; i < 20; i++) {
        assertEquals(200, ask("safe").status());
      }

      // the first call twice, the second once: then the breaker is open
      assertEquals(3, broken.exchanges().size());
    } finally {
      broken.close();
    }
  }

  /// A hundred changes of the route and its keys while calls go on.
  @Test
  void noCallFailsWhileRoutesAndKeysChange() throws Exception {
    var a = add("a", one, "key-a-0");
    var b = add("b", other, "key-b-0");
    route("busy", target(a, "m", 1));
    var failed = new AtomicInteger();
    var made = new AtomicInteger();
    var callers = new Thread[8];
    var end = new boolean[1];
    for (var i = 0; i < callers.length; i++) {
      callers[i] =
          Thread.ofVirtual()
              .start(() -> {
                while (!end[0]) {
                  made.incrementAndGet();
                  if (ask("busy").status() != 200) {
                    failed.incrementAndGet();
                  }
                }
              });
    }

    for (var i = 0; i < CHANGES; i++) {
      if (i % 2 == 0) {
        route("busy", i % 4 == 0 ? target(b, "m" + i, 1) : target(a, "m" + i, 1));
      } else {
        rotate(a, i);
      }
    }
    end[0] = true;
    for (var caller : callers) {
      caller.join(Duration.ofSeconds(20));
    }

    assertEquals(0, failed.get());
    System.out.println(CHANGES + " changes under load: " + made + " calls, 0 failed");
  }

  /// Adds a key and removes the one before it.
  private static void rotate(String provider, int number) {
    var path = MODELS + "/providers/" + provider;
    var key = "{\"key\":{\"label\":\"k%d\",\"key\":\"key-a-%d\"}}".formatted(number, number);
    var changed = client.patch(path, key);
    assertEquals(200, changed.status(), changed.body());
    var oldest = changed.json().path("keys").path(0).path("id").asText();
    assertEquals(204, client.delete(path + "/keys/" + oldest).status());
  }

  private static String add(String name, FakeProvider provider, String key) {
    var reply = client.post(MODELS + "/providers", provider(name, provider, key));
    assertEquals(201, reply.status(), reply.body());
    return reply.json().path("id").asText();
  }

  private static String provider(String name, FakeProvider provider, String key) {
    return "{\"name\":\"%s\",\"kind\":\"openai\",\"base_url\":\"%s\",\"keys\":[{\"label\":\"main\",\"key\":\"%s\"}]}"
        .formatted(name, provider.baseUrl(), key);
  }

  private static void route(String name, String targets) {
    var reply = client.send("PUT", MODELS + "/routes/" + name, "{\"targets\":[" + targets + "]}");
    assertEquals(200, reply.status(), reply.body());
  }

  private static String target(String provider, String model, int tier) {
    return "{\"provider_id\":\"%s\",\"model\":\"%s\",\"tier\":%d}".formatted(provider, model, tier);
  }

  private static Reply ask(String model) {
    return client.post(
        "/v1/chat/completions",
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
            .formatted(model));
  }

  private static Script answer(int tokens) {
    return Script.stream().role().tokens(tokens, Duration.ZERO).finish("stop").usage(5, tokens);
  }
}
