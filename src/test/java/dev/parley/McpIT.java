package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.lifecycle.FreePort;
import dev.parley.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real server of the Model Context Protocol, from npm, as a program and over HTTP;
/// `src/test/mcp` has it.
final class McpIT {
  private static final String ADMIN = "/api/v1/admin";
  private static final String FOLDER = "src/test/mcp";
  private static final String SERVER =
      "node_modules/@modelcontextprotocol/server-everything/dist/index.js";

  private static Process remote;
  private static int port;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    port = FreePort.find();
    remote = started(port);
    var program = String.join(" ", "scripts/test-node.sh", FOLDER, SERVER, "stdio");
    product =
        Product.with(
            Map.of(
                "TOOLS_MCP_PROGRAMS",
                "everything=" + program + ", none=/no/such/program",
                "OUTBOUND_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "OUTBOUND_EXTRA_PORTS",
                Integer.toString(port)));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    ended(remote);
  }

  @Test
  void overHttpToolsAreListedAddedAndUsed() {
    var server =
        add(
            "{\"name\":\"far\",\"url\":\"http://127.0.0.1:%d/mcp\",\"credential\":{\"header\":\"Authorization\",\"value\":\"Bearer x\"}}"
                .formatted(port));

    usedAsItShould(server, "far");
  }

  @Test
  void aProgramIsStartedListedAndUsed() {
    var server = add("{\"name\":\"near\",\"program\":\"everything\"}");

    usedAsItShould(server, "near");
  }

  @Test
  void aServerThatCameBackIsUsedAgain() throws IOException {
    var own = FreePort.find();
    var process = started(own);
    try (var second =
        Product.with(
            Map.of(
                "OUTBOUND_ALLOWED_NETWORKS",
                "127.0.0.0/8",
                "OUTBOUND_EXTRA_PORTS",
                Integer.toString(own)))) {
      var there = new Client(second.url());
      var url = "{\"name\":\"back\",\"url\":\"http://127.0.0.1:%d/mcp\"}".formatted(own);
      var server = there.post(ADMIN + "/mcp_servers", url).json().path("id").asText();
      var check = ADMIN + "/mcp_servers/" + server + "/check";
      assertTrue(there.post(check, "").json().path("ok").asBoolean());

      ended(process);
      var away = there.post(check, "").json();
      assertFalse(away.path("ok").asBoolean(), away::toString);
      process = started(own);

      var again = there.post(check, "").json();
      assertTrue(again.path("ok").asBoolean(), again::toString);
    } finally {
      ended(process);
    }
  }

  @Test
  void onlyListedProgramsAreStarted() {
    var unlisted = client.post(ADMIN + "/mcp_servers", "{\"name\":\"sh\",\"program\":\"/bin/sh\"}");
    var free = client.post(ADMIN + "/mcp_servers", "{\"name\":\"sh\",\"command\":\"/bin/sh\"}");
    var missing = add("{\"name\":\"gone\",\"program\":\"none\"}");

    assertEquals(400, unlisted.status(), unlisted.body());
    assertEquals(400, free.status(), free.body());
    var checked = client.post(ADMIN + "/mcp_servers/" + missing + "/check", "").json();
    assertFalse(checked.path("ok").asBoolean(), checked::toString);
  }

  @Test
  void addressesInsideAreRefused() {
    var inside =
        client.post(ADMIN + "/mcp_servers", "{\"name\":\"in\",\"url\":\"http://10.0.0.1/mcp\"}");

    assertEquals(422, inside.status(), inside.body());
  }

  private static void usedAsItShould(String server, String name) {
    var checked = client.post(ADMIN + "/mcp_servers/" + server + "/check", "");
    assertTrue(checked.json().path("ok").asBoolean(), checked::body);
    var offered = names(checked.json().path("tools"), "remote");
    assertTrue(offered.contains("echo") && offered.contains("get-sum"), offered::toString);

    var added =
        client.post(
            ADMIN + "/mcp_servers/" + server + "/tools",
            "{\"tools\":[{\"remote\":\"echo\",\"side_effect\":false},{\"remote\":\"get-sum\"},"
                + "{\"remote\":\"get-env\"}]}");
    assertEquals(201, added.status(), added.body());
    var echo = tool(added.json(), name + "_echo");
    assertFalse(echo.path("side_effect").asBoolean());
    assertTrue(tool(added.json(), name + "_get-sum").path("side_effect").asBoolean());

    var said = tried(echo, "{\"message\":\"otters\"}");
    assertTrue(said.path("ok").asBoolean(), said::toString);
    assertTrue(said.path("text").asText().contains("otters"), said::toString);
    var sum = tried(tool(added.json(), name + "_get-sum"), "{\"a\":2,\"b\":40}");
    assertTrue(sum.path("text").asText().contains("42"), sum::toString);
    var path = ADMIN + "/tools/" + echo.path("id").asText() + "/try";
    var wrong = client.post(path, "{\"arguments\":{\"message\":7}}");
    assertEquals(400, wrong.status(), wrong.body());
    if (name.equals("near")) {
      var environment = tried(tool(added.json(), name + "_get-env"), "{}").path("text").asText();
      assertTrue(environment.contains("PATH"), environment);
      assertFalse(environment.contains("JAVA_HOME"), environment);
    }
  }

  private static JsonNode tried(JsonNode tool, String arguments) {
    var path = ADMIN + "/tools/" + tool.path("id").asText() + "/try";
    var reply = client.post(path, "{\"arguments\":" + arguments + "}");
    assertEquals(200, reply.status(), reply.body());
    return reply.json();
  }

  private static JsonNode tool(JsonNode added, String name) {
    return StreamSupport.stream(added.path("tools").spliterator(), false)
        .filter(tool -> tool.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + added));
  }

  private static List<String> names(JsonNode all, String field) {
    var names = new ArrayList<String>();
    all.forEach(one -> names.add(one.path(field).asText()));
    return names;
  }

  private static String add(String server) {
    var added = client.post(ADMIN + "/mcp_servers", server);
    assertEquals(201, added.status(), added.body());
    return added.json().path("id").asText();
  }

  private static Process started(int port) throws IOException {
    var builder = new ProcessBuilder("scripts/test-node.sh", FOLDER, SERVER, "streamableHttp");
    builder.environment().put("PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    Await.until("the server listens", () -> listens(port));
    return process;
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void ended(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      var _ = process.waitFor();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
