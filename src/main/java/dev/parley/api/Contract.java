package dev.parley.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `openapi.yaml`, read once: the source of routes, request checks and permissions.
final class Contract {
  private static final String RESOURCE = "openapi.yaml";
  private static final String PERMISSION = "x-permission";
  private static final String EVENTS = "text/event-stream";
  private static final String TABLE = "text/csv";
  private static final String PROBLEM = "application/problem+json";

  private final OpenAPIContract openApi;
  private final String json;
  private final Map<String, String> permissions;

  private Contract(OpenAPIContract openApi, JsonObject raw) {
    this.openApi = openApi;
    this.json = raw.encode();
    this.permissions = new HashMap<>();
    for (var operation : openApi.operations()) {
      permissions.put(operation.getOperationId(), permission(operation));
    }
  }

  /// Reads the contract from the class path. Fails when it is not a valid OpenAPI document or an
  /// operation names no permission.
  static Future<Contract> load(Vertx vertx) {
    var raw = raw();
    return OpenAPIContract.from(vertx, understood(raw.copy()))
        .map(openApi -> new Contract(openApi, raw));
  }

  OpenAPIContract openApi() {
    return openApi;
  }

  /// The document as JSON.
  String json() {
    return json;
  }

  /// The permission that the operation asks for.
  String permission(String operationId) {
    var permission = permissions.get(operationId);
    if (permission == null) {
      throw new IllegalArgumentException("no operation " + operationId);
    }
    return permission;
  }

  /// The document as far as Vert.x understands it: absolute servers only, and of content types only
  /// JSON and plain text. What is left out does not matter to routing or to checking requests.
  private static JsonObject understood(JsonObject contract) {
    contract.remove("servers");
    renameContent(contract);
    return contract;
  }

  private static void renameContent(JsonObject within) {
    for (var name : List.copyOf(within.fieldNames())) {
      switch (within.getValue(name)) {
        case JsonObject content when name.equals("content") -> {
          content.remove(EVENTS);
          content.remove(TABLE);
          if (content.remove(PROBLEM) instanceof JsonObject problem) {
            content.put("application/json", problem);
          }
        }
        case JsonObject object -> renameContent(object);
        case null, default -> {}
      }
    }
  }

  private static String permission(Operation operation) {
    var extension = operation.getExtensions().get(PERMISSION);
    if (extension == null) {
      throw new IllegalStateException(operation.getOperationId() + " has no " + PERMISSION);
    }
    return extension.toString();
  }

  private static JsonObject raw() {
    try (var yaml = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      var tree = new ObjectMapper(new YAMLFactory()).readTree(yaml);
      return new JsonObject(tree.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
