package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is said clearly, in the one form of errors, and hurts nothing.
final class BadInputIT {
  private static final int ELEVEN_MEGABYTES = 11_000_000;
  private static final List<String> HEADERS =
      List.of(
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection",
          "strict-transport-security",
          "content-security-policy",
          "referrer-policy",
          "x-request-id");

  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product = Product.extractive();
    product.awaitManual(); // else what is read here waits behind it
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ask|{\"query\":\"\"}|400|validation_failed",
        "/ask|{\"query\":\"   \"}|400|validation_failed",
        "/ask|{}|400|validation_failed",
        "/ask|{\"query\":1}|400|validation_failed",
        "/ask|{\"query\":\"a\",\"colour\":1}|400|validation_failed",
        "/ask|{\"query\":|400|invalid_body",
        "/ask|not json|400|invalid_body",
        "/ask|{\"query\":\"a\",\"query\":\"b\"}|400|invalid_body",
        "/ask|{\"query\":\"a\",\"conversation_id\":\"5\"}|400|validation_failed",
        "/api/v1/knowledge/search|{\"query\":\"a\",\"limit\":0}|400|validation_failed",
        "/api/v1/knowledge/pages|{\"url\":\"ftp://example.org/\"}|400|validation_failed",
        "/api/v1/setup|{\"token\":\"x\",\"workspace_name\":\"w\",\"owner_name\":\"o\","
            + "\"owner_email\":\"o@example.org\",\"owner_password\":\"long enough\"}|403|link_gone",
        "/api/v1/nothing|{}|404|not_found",
      })
  void everyRefusalIsAProblem(String path, String body, int status, String code) {
    assertProblem(client.post(path, body), status, code);
  }

  @Test
  void aBodyOverTheLimitIsRefusedEverywhere() {
    var big = new byte[ELEVEN_MEGABYTES];

    assertProblem(client.post("/ask", big, "application/json"), 413, "payload_too_large");
    assertProblem(client.upload("big.txt", big), 413, "payload_too_large");
  }

  @Test
  void aNameOfManyDotsIsNoName() {
    var name = "./".repeat(3_000) + "a.md";

    assertProblem(client.upload(name, new byte[] {'a'}), 400, "validation_failed");
  }

  @Test
  void aSlashTooManyIsAnotherAddress() {
    assertProblem(client.get("/api/v1/chat/conversations/"), 404, "not_found");
    assertProblem(client.get("/api/v1/admin/users/"), 404, "not_found");
    assertProblem(client.post("/ask/", "{\"query\":\"x\"}"), 404, "not_found");
  }

  @Test
  void otherContentTypesAreNamed() {
    var reply = client.post("/ask", new byte[] {1}, "text/csv");

    assertProblem(reply, 415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/chat/turns/00000000-0000-0000-0000-000000000000",
        "/api/v1/chat/conversations/00000000-0000-0000-0000-000000000000",
        "/api/v1/knowledge/documents/00000000-0000-0000-0000-000000000000",
        "/assets/nothing.js",
      })
  void whatIsNotThereIsNotFound(String path) {
    assertProblem(client.get(path), 404, "not_found");
  }

  @Test
  void aQuestionOfMarkupIsOnlyText() {
    var reply = client.post("/ask", "{\"query\":\"<script>alert(1)</script>\"}");

    assertEquals(200, reply.status());
    assertEquals("application/json", reply.header("content-type"));
    assertEquals("nosniff", reply.header("x-content-type-options"));
  }

  @Test
  void aZipThatSaysItIsAPdfFailsWithItsReason() throws IOException {
    var document = client.read("disguised.pdf", zip());

    assertFailed(document.path("state").asText(), document.path("error").path("code").asText());
    assertEquals("type_mismatch", document.path("error").path("code").asText());
  }

  @Test
  void anEmptyFileFailsWithItsReason() {
    var document = client.read("empty.md", new byte[0]);

    assertEquals("empty_file", document.path("error").path("code").asText(), document::toString);
  }

  @Test
  void addressesInsideTheNetworkAreNotFetched() {
    var added =
        client.post(
            "/api/v1/knowledge/pages", "{\"url\":\"http://169.254.169.254/latest/meta-data\"}");
    var path = "/api/v1/knowledge/documents/" + added.json().path("id").asText();
    for (var tries = 0; tries < 200; tries++) {
      if (client.get(path).json().path("state").asText().equals("failed")) {
        break;
      }
      Client.pause();
    }

    assertEquals("failed", client.get(path).json().path("state").asText());
  }

  @Test
  void pagesCarryTheHeadersToo() {
    var page = client.get("/");

    HEADERS.forEach(name -> assertFalse(page.header(name).isEmpty(), name));
    assertFalse(page.header("content-security-policy").contains("unsafe-inline"));
  }

  private static void assertFailed(String state, String code) {
    assertEquals("failed", state);
    assertFalse(code.isEmpty());
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertEquals(status, reply.status(), reply::body);
    assertEquals("application/problem+json", reply.header("content-type"));
    var problem = reply.json();
    assertEquals(code, problem.path("code").asText(), reply::body);
    assertEquals(status, problem.path("status").asInt());
    assertEquals(reply.header("x-request-id"), problem.path("request_id").asText());
    assertTrue(problem.path("detail").asText().length() > 10, reply::body);
    HEADERS.forEach(name -> assertFalse(reply.header(name).isEmpty(), name));
  }

  private static byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(new byte[100]);
    }
    return bytes.toByteArray();
  }
}
