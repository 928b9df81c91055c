package dev.parley.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What `kubectl apply -k` would send: the objects of one kustomization.
///
/// @param folder the kustomization
record Manifests(String folder, List<JsonNode> objects) {
  private static final ObjectMapper YAML = new YAMLMapper();

  static Manifests of(String folder) throws IOException, InterruptedException {
    var builder = System.getenv().getOrDefault("PARLEY_KUSTOMIZE", "kubectl kustomize");
    var command = new ArrayList<>(List.of(builder.split(" ")));
    command.add(folder);
    return new Manifests(folder, read(Tool.run(Map.of(), command).wentWell()));
  }

  static List<JsonNode> read(String text) throws IOException {
    try (var parser = YAML.getFactory().createParser(text)) {
      return YAML.<JsonNode>readValues(parser, JsonNode.class).readAll();
    }
  }

  /// `kind/name` of an object.
  static String name(JsonNode object) {
    return kind(object) + "/" + object.at("/metadata/name").asText();
  }

  static String kind(JsonNode object) {
    return object.path("kind").asText();
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> kind(object).equals(kind));
  }

  /// The one with this `kind/name`.
  JsonNode one(String name) {
    return objects.stream()
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(folder + " has no " + name));
  }

  boolean has(String kind, String name, String namespace) {
    return objects.stream()
        .anyMatch(object ->
            name(object).equals(kind + "/" + name)
                && object.at("/metadata/namespace").asText().equals(namespace));
  }

  /// The pods that an object makes; none for most kinds.
  static Stream<JsonNode> podTemplates(JsonNode object) {
    return Stream.of("/spec/template", "/spec/jobTemplate/spec/template")
        .map(object::at)
        .filter(template -> template.has("spec"));
  }

  /// Every container of a pod, the initial ones included.
  static Stream<JsonNode> containers(JsonNode template) {
    var spec = template.path("spec");
    return Stream.concat(children(spec.path("initContainers")), children(spec.path("containers")));
  }

  static Stream<JsonNode> children(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::path);
  }
}
