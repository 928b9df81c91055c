package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Another service decides, in the form of Open Policy Agent's data API: here a server that answers
/// what the question holds.
final class DecisionServiceIT {
  private static Vertx vertx;
  private static HttpServer service;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;
  private static final AtomicReference<JsonObject> ASKED = new AtomicReference<>(new JsonObject());

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    service =
        Await.of(
            vertx
                .createHttpServer()
                .requestHandler(DecisionServiceIT::decide)
                .listen(0, "127.0.0.1"));
    provider =
        FakeProvider.start(
            vertx,
            0,
            () -> Script.stream().role().token("Fine.").finish("stop").usage(1, 1).done());
    var settings = new HashMap<String, String>();
    settings.put("OPENAI_BASE_URL", provider.baseUrl().toString());
    settings.put("LLM_MODEL", "standard");
    settings.put("POLICY_DECISION_URL", "http://127.0.0.1:" + service.actualPort());
    settings.put("OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8");
    settings.put("OUTBOUND_EXTRA_PORTS", Integer.toString(service.actualPort()));
    product = Product.with(settings);
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void whatIsAllowedGoesOn() {
    var reply = ask("{\\\"result\\\": true}");

    assertEquals(200, reply.status(), reply.body());
    assertTrue(reply.body().contains("Fine."), reply.body());
    var input = ASKED.get().getJsonObject("input");
    assertEquals("input", input.getString("where"));
    assertEquals("standard", input.getString("route"));
    assertEquals("{\"result\": true}", input.getJsonArray("texts").getString(0));
  }

  @Test
  void whatIsNotIsDeniedWithItsReason() {
    var plain = ask("{\\\"result\\\": false}");
    var reason =
        ask("{\\\"result\\\": {\\\"allow\\\": false, \\\"reason\\\": \\\"No tulips.\\\"}}");

    assertEquals(403, plain.status(), plain.body());
    assertEquals("policy_denied", plain.json().at("/error/code").asText());
    assertEquals("No tulips.", reason.json().at("/error/message").asText());
    var log = client.get("/api/v1/admin/audit?action=policy.refused&limit=1").json();
    assertEquals("policy:decision-service", log.at("/events/0/target").asText());
  }

  @Test
  void inDoubtNothingGoesOn() {
    for (var answer : new String[] {"{}", "{\\\"result\\\": 7}", "no JSON", "500", "slow"}) {
      var reply = ask(answer);

      assertEquals(503, reply.status(), () -> answer + ": " + reply.body());
      assertEquals("policy_undecided", reply.json().at("/error/code").asText());
    }
  }

  private static Reply ask(String question) {
    return client.post(
        "/v1/chat/completions",
        "{\"model\":\"standard\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(question));
  }

  private static void decide(HttpServerRequest request) {
    var _ =
        request
            .body()
            .onSuccess(body -> {
              ASKED.set(body.toJsonObject());
              var text = body.toJsonObject().getJsonObject("input").getJsonArray("texts");
              var answer = text.getString(0);
              if (!"/v1/data/parley/decision".equals(request.path())) {
                var _ = request.response().setStatusCode(404).end();
              } else if (answer.equals("500")) {
                var _ = request.response().setStatusCode(500).end();
              } else if (!answer.equals("slow")) {
                var _ = request.response().end(answer);
              }
            });
  }
}
