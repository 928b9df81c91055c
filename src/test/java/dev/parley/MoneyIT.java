package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Figures, prices and budgets as an administrator uses them.
final class MoneyIT {
  private static final String ADMIN = "/api/v1/admin/";
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product = Product.extractive();
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void whatWasAskedIsInTheFigures() {
    var _ = client.post("/ask", "{\"query\":\"What is Parley?\"}");

    var byKind = client.get(ADMIN + "usage?group_by=kind&bucket=hour").json();
    var names = new HashSet<String>();
    byKind.path("totals").forEach(total -> names.add(total.path("name").asText()));
    var chat = client.get(ADMIN + "usage?kind=chat").json();
    var lines = client.get(ADMIN + "usage/export").body().lines().toList();

    assertTrue(names.contains("chat") && names.contains("embedding"), byKind::toString);
    assertTrue(chat.at("/total/requests").asLong() >= 1, chat::toString);
    assertTrue(chat.at("/total/requests").asLong() < byKind.at("/total/requests").asLong());
    assertTrue(lines.getFirst().startsWith("at,kind,provider,model,route"), lines::toString);
    assertTrue(lines.size() > 2);
    assertEquals(401, client.get("/api/v1/usage/me").status());
  }

  @Test
  void figuresOfNoTimeAreRefused() {
    for (var query :
        new String[] {
          "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
          "from=2020-01-01T00:00:00Z",
          "bucket=hour&from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z",
          "user_id=a&key_id=b",
          "group_by=weather",
          "from=yesterday"
        }) {
      assertEquals(400, client.get(ADMIN + "usage?" + query).status(), query);
    }
  }

  @Test
  void aPriceIsAddedAndNeverChanged() {
    var price =
        """
        {"provider":"openai","model":"gpt-4o","per_million":{"input":1,"cache_read":0,"output":2},
         "per_request":7,"from":"2026-01-01T00:00:00Z","to":"2026-02-01T00:00:00Z","source":"us"}
        """;

    var added = client.post(ADMIN + "prices", price);
    var first = client.get(ADMIN + "prices?model=gpt-4o").json().at("/prices/0");
    var wrongWay = price.replace("2026-02", "2025-02");

    assertEquals(201, added.status(), added.body());
    assertEquals(added.json(), first);
    assertEquals(0, first.at("/per_million/cache_read").asLong(-1));
    assertTrue(first.at("/per_million/reasoning").isMissingNode());
    assertTrue(client.get(ADMIN + "prices").json().path("prices").size() > 60);
    assertEquals(400, client.post(ADMIN + "prices", wrongWay).status());
    var negative = price.replace("\"output\":2", "\"output\":-2");
    assertEquals(400, client.post(ADMIN + "prices", negative).status());
    var newest = client.get(ADMIN + "audit?limit=1&action=price.added").json();
    assertEquals("gpt-4o", newest.at("/events/0/detail/model").asText());
  }

  @Test
  void aBudgetIsMadeChangedAndTakenAway() {
    var wanted =
        "{\"name\":\"all\",\"subject\":\"workspace\",\"period\":\"month\",\"limit_nano\":5000}";

    var made = client.post(ADMIN + "budgets", wanted);
    var path = ADMIN + "budgets/" + made.json().path("id").asText();
    var changed = client.patch(path, "{\"limit_nano\":9000,\"name\":\"less\"}").json();

    assertEquals(201, made.status(), made.body());
    assertEquals(5000, made.json().path("remaining_nano").asLong());
    assertTrue(made.json().path("window_from").asText().endsWith("-01T00:00:00Z"));
    assertFalse(made.json().path("window_to").isMissingNode());
    assertEquals(9000, changed.path("limit_nano").asLong());
    assertEquals("less", client.get(path).json().at("/budget/name").asText());
    assertEquals(204, client.delete(path).status());
    assertEquals(404, client.delete(path).status());
    assertEquals(404, client.get(path).status());
    assertEquals(404, client.patch(ADMIN + "budgets/" + NOWHERE, "{\"name\":\"x\"}").status());
    var ofNobody = wanted.replace("workspace", "user");
    assertEquals(400, client.post(ADMIN + "budgets", ofNobody).status());
    assertEquals(400, client.post(ADMIN + "limits", "{\"subject\":\"user\"}").status());
  }
}
