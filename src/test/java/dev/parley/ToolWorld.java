package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client.Event;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import dev.parley.testkit.ToolServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// The product with a model that uses tools, a server that has them, and a foreign one that nobody
/// should ever ask.
final class ToolWorld implements AutoCloseable {
  static final String ADMIN = "/api/v1/admin";
  static final String TOOLS = ADMIN + "/tools";

  private final Vertx vertx = Vertx.vertx();
  private final FakeProvider model;
  private final ToolServer server;
  private final ToolServer foreign;
  private final Map<String, String> settings = new HashMap<>();
  private final Product product;
  private final Client client;

  /// @param otherwise what the model does when no script is waiting
  ToolWorld(Function<JsonObject, Script> otherwise) {
    this(otherwise, Map.of());
  }

  /// @param more settings of the product
  ToolWorld(Function<JsonObject, Script> otherwise, Map<String, String> more) {
    model = FakeProvider.start(vertx, 0, otherwise);
    server = ToolServer.start(vertx);
    foreign = ToolServer.start(vertx);
    settings.putAll(more);
    settings.put("OPENAI_BASE_URL", model.baseUrl().toString());
    settings.put("LLM_MODEL", "standard");
    settings.put("OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8");
    settings.put("OUTBOUND_EXTRA_PORTS", server.port() + "," + foreign.port());
    product = Product.with(settings);
    client = new Client(product.url());
  }

  /// Another replica, where they share a database.
  Product another() {
    return Product.with(settings);
  }

  FakeProvider model() {
    return model;
  }

  ToolServer server() {
    return server;
  }

  ToolServer foreign() {
    return foreign;
  }

  Client client() {
    return client;
  }

  /// Waits until every document is read.
  void awaitDocuments() {
    product.awaitManual();
  }

  /// Adds a tool; returns its id.
  String tool(String name, String method, String path, boolean sideEffect, String properties) {
    var wanted =
        """
        {"name":"%s","description":"d","method":"%s","url":"%s%s","side_effect":%s,
         "schema":{"type":"object","additionalProperties":false,"properties":{%s}}}
        """
            .formatted(name, method, server.url(), path, sideEffect, properties);
    var added = client.post(TOOLS, wanted);
    assertEquals(201, added.status(), added.body());
    return added.json().path("id").asText();
  }

  void removeTools() {
    for (var tool : client.get(TOOLS).json().path("tools")) {
      assertEquals(204, client.delete(TOOLS + "/" + tool.path("id").asText()).status());
    }
  }

  JsonNode attempt(String id, String arguments) {
    var reply = client.post(TOOLS + "/" + id + "/try", "{\"arguments\":" + arguments + "}");
    assertEquals(200, reply.status(), reply.body());
    return reply.json();
  }

  /// Asks in a conversation of its own; returns the turn.
  String ask(String question) {
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var text = new JsonObject().put("text", question).encode();
    var posted = client.post("/api/v1/chat/conversations/" + conversation + "/messages", text);
    assertEquals(202, posted.status(), posted.body());
    return posted.json().path("turn").path("id").asText();
  }

  List<Event> events(String turn) {
    return client.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
  }

  /// The events of a turn; whenever a use of a tool waits, `decide` is called with its id.
  List<Event> events(String turn, IntConsumer decide) {
    return client.events(
        "/api/v1/chat/turns/" + turn + "/events",
        0,
        Integer.MAX_VALUE,
        event -> {
          if (event.name().equals("tool_call")
              && event.json().path("state").asText().equals("waiting")) {
            decide.accept(event.json().path("call_id").asInt());
          }
        });
  }

  /// Allows or declines; returns the status.
  int decide(String turn, int call, String decision) {
    return client
        .post(
            "/api/v1/chat/turns/" + turn + "/tool_calls/" + call,
            "{\"decision\":\"" + decision + "\"}")
        .status();
  }

  @Override
  public void close() {
    product.close();
    model.close();
    server.close();
    foreign.close();
    var _ = vertx.close();
  }
}
