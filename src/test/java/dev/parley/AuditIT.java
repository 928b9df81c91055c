package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The audit log as an administrator uses it.
final class AuditIT {
  private static final String PATH = "/api/v1/admin/audit";

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
  void verifyingIsWrittenDownAndItsAnchorHolds() {
    var first = client.post(PATH + "/verify", "{}").json();
    var anchor = first.path("anchor");
    var second = client.post(PATH + "/verify", "{\"anchor\":" + anchor + "}").json();
    var forged = anchor.toString().replaceFirst("\"hash\":\"..", "\"hash\":\"zz");

    assertTrue(first.path("ok").asBoolean(), first::toString);
    assertTrue(second.path("ok").asBoolean(), second::toString);
    assertEquals(first.path("checked").asInt() + 1, second.path("checked").asInt());
    var newest = client.get(PATH + "?limit=1").json();
    assertEquals("audit.verified", newest.at("/events/0/action").asText());
    assertEquals("127.0.0.1", newest.at("/events/0/address").asText());
    assertEquals("anonymous", newest.at("/events/0/actor").asText());
    assertEquals(newest.at("/events/0/seq").asLong(), newest.path("next").asLong());
    assertEquals(400, client.post(PATH + "/verify", "{\"anchor\":" + forged + "}").status());
  }

  @Test
  void anAnchorOfAnotherLogIsAFault() {
    var _ = client.post(PATH + "/verify", "{}");
    var anchor = "{\"anchor\":{\"seq\":1,\"hash\":\"" + "0".repeat(64) + "\"}}";

    var verified = client.post(PATH + "/verify", anchor).json();

    assertFalse(verified.path("ok").asBoolean());
    assertEquals("rewritten", verified.at("/fault/reason").asText());
    assertEquals(1, verified.at("/fault/seq").asInt());
  }

  @Test
  void theExportHoldsEveryEventAndItself() {
    for (var i = 0; i < 510; i++) {
      var _ = client.get(PATH + "/export?action=none");
    }

    var export = client.get(PATH + "/export");

    assertEquals(200, export.status());
    assertEquals("text/csv; charset=utf-8", export.header("content-type"));
    assertEquals("attachment; filename=\"audit.csv\"", export.header("content-disposition"));
    var lines = export.body().lines().toList();
    assertTrue(lines.getFirst().startsWith("seq,at,actor,"), lines.getFirst());
    assertTrue(lines.get(1).contains("export.made"), lines.get(1));
    assertTrue(lines.get(1).startsWith((lines.size() - 1) + ","), lines.get(1));
  }

  @Test
  void aTimeThatIsNoneIsNamed() {
    var reply = client.get(PATH + "?from=yesterday");

    assertEquals(400, reply.status());
    assertEquals("validation_failed", reply.json().path("code").asText());
  }
}
