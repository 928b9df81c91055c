package dev.parley.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// Whether everything that an object names is there: an object of the wrong name waits for ever,
/// and a Service that selects nothing answers nobody.
final class References {
  private final Manifests all;
  private final boolean secretsToo;

  /// @param secretsToo whether something among the manifests must bring each secret
  References(Manifests all, boolean secretsToo) {
    this.all = all;
    this.secretsToo = secretsToo;
  }

  /// Names that lead nowhere.
  List<String> faults() {
    return all.objects().stream()
        .flatMap(object -> missing(object).map(name -> Manifests.name(object) + " names " + name))
        .distinct()
        .toList();
  }

  private Stream<String> missing(JsonNode object) {
    var pods = Manifests.podTemplates(object).flatMap(template -> ofPod(object, template));
    return Stream.concat(pods, ofKind(object));
  }

  private Stream<String> ofPod(JsonNode object, JsonNode template) {
    var volumes = Manifests.children(template.at("/spec/volumes")).toList();
    var configMaps =
        Stream.concat(
                volumes.stream().map(volume -> volume.at("/configMap/name").asText()),
                Manifests.containers(template)
                    .flatMap(container -> Manifests.children(container.path("envFrom")))
                    .map(from -> from.at("/configMapRef/name").asText()))
            .filter(name -> !name.isEmpty() && !has(object, "ConfigMap", name))
            .map(name -> "ConfigMap/" + name);
    var claims =
        volumes.stream()
            .map(volume -> volume.at("/persistentVolumeClaim/claimName").asText())
            .filter(name -> !name.isEmpty() && !has(object, "PersistentVolumeClaim", name))
            .map(name -> "PersistentVolumeClaim/" + name);
    var account =
        Stream.of(template.at("/spec/serviceAccountName").asText())
            .filter(name -> !name.isEmpty() && !has(object, "ServiceAccount", name))
            .map(name -> "ServiceAccount/" + name);
    return Stream.of(configMaps, claims, account, secrets(object, template)).flatMap(it -> it);
  }

  private Stream<String> secrets(JsonNode object, JsonNode template) {
    if (!secretsToo || !space(object).equals("parley")) {
      return Stream.empty();
    }
    return Manifests.containers(template)
        .flatMap(container ->
            Stream.concat(
                Manifests.children(container.path("envFrom"))
                    .map(from -> from.at("/secretRef/name").asText()),
                Manifests.children(container.path("env"))
                    .map(env -> env.at("/valueFrom/secretKeyRef/name").asText())))
        .filter(name -> !name.isEmpty() && !has(object, "ExternalSecret", name))
        .map(name -> "Secret/" + name);
  }

  private Stream<String> ofKind(JsonNode object) {
    return switch (Manifests.kind(object)) {
      case "Service" -> selected(object, object.at("/spec/selector"));
      case "PodDisruptionBudget" -> selected(object, object.at("/spec/selector/matchLabels"));
      case "HorizontalPodAutoscaler" -> target(object, object.at("/spec/scaleTargetRef"));
      case "VerticalPodAutoscaler" -> target(object, object.at("/spec/targetRef"));
      case "Rollout" -> target(object, object.at("/spec/workloadRef"));
      case "Ingress" ->
          object.findValues("service").stream()
              .map(service -> service.path("name").asText())
              .filter(name -> !has(object, "Service", name))
              .map(name -> "Service/" + name);
      default -> Stream.empty();
    };
  }

  private Stream<String> target(JsonNode object, JsonNode reference) {
    var kind = reference.path("kind").asText();
    var name = reference.path("name").asText();
    return has(object, kind, name) ? Stream.empty() : Stream.of(kind + "/" + name);
  }

  private Stream<String> selected(JsonNode object, JsonNode selector) {
    var found =
        all.objects().stream()
            .filter(one -> space(one).equals(space(object)))
            .flatMap(Manifests::podTemplates)
            .map(template -> template.at("/metadata/labels"))
            .anyMatch(labels -> holds(labels, selector));
    return found ? Stream.empty() : Stream.of("pods that nothing makes: " + selector);
  }

  private static boolean holds(JsonNode labels, JsonNode selector) {
    var holds = true;
    for (var field : selector.properties()) {
      holds &= field.getValue().equals(labels.path(field.getKey()));
    }
    return holds;
  }

  private boolean has(JsonNode beside, String kind, String name) {
    return all.has(kind, name, space(beside));
  }

  private static String space(JsonNode object) {
    return object.at("/metadata/namespace").asText();
  }
}
