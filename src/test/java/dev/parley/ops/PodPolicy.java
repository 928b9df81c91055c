package dev.parley.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What every pod must be: without rights, bounded, and looked after.
final class PodPolicy {
  private static final Set<String> SERVING = Set.of("Deployment", "StatefulSet");

  /// The product's image has no tag in the manifests: deploying gives it one.
  private static final Pattern IMAGE = Pattern.compile("parley|[^\\s@]+:(?!latest)[\\w.-]+");

  private static final Pattern SLEEP = Pattern.compile("\\d+");

  /// What is left to do after the drain, such as closing the connections to the stores.
  private static final long REST_SECONDS = 5;

  private final long drainSeconds;

  /// @param drainSeconds how long the product finishes what it has begun
  PodPolicy(long drainSeconds) {
    this.drainSeconds = drainSeconds;
  }

  /// What is wrong with the pods of an object.
  List<String> faults(JsonNode object) {
    var faults = new ArrayList<String>();
    Manifests.podTemplates(object)
        .forEach(template -> {
          pod(template, faults);
          Manifests.containers(template).forEach(container -> container(container, faults));
          if (SERVING.contains(Manifests.kind(object))) {
            Manifests.children(template.at("/spec/containers"))
                .forEach(container -> probes(container, faults));
            grace(template, faults);
          }
        });
    return faults.stream().map(fault -> Manifests.name(object) + ": " + fault).toList();
  }

  private static void pod(JsonNode template, List<String> faults) {
    var spec = template.path("spec");
    var security = spec.path("securityContext");
    require(security.path("runAsNonRoot").asBoolean(), "must not run as root", faults);
    require(security.path("runAsUser").asLong() > 0, "needs a user that is not root", faults);
    require(
        security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
        "needs the seccomp profile RuntimeDefault",
        faults);
    require(
        !spec.path("automountServiceAccountToken").asBoolean(true)
            || spec.path("serviceAccountName").asText().equals("prometheus"),
        "must not get a token",
        faults);
    require(
        !spec.path("enableServiceLinks").asBoolean(true)
            || !template.toString().contains("\"image\":\"parley\""),
        "must not get variables for services",
        faults);
    for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(!spec.path(shared).asBoolean(), "must not have " + shared, faults);
    }
    require(!template.toString().contains("\"hostPath\""), "must not mount the node", faults);
  }

  private static void container(JsonNode container, List<String> faults) {
    var name = container.path("name").asText();
    var security = container.path("securityContext");
    require(
        !security.path("allowPrivilegeEscalation").asBoolean(true),
        name + " may gain privileges",
        faults);
    require(
        security.path("readOnlyRootFilesystem").asBoolean(),
        name + " may write to its image",
        faults);
    require(
        security.at("/capabilities/drop").toString().equals("[\"ALL\"]"),
        name + " keeps capabilities",
        faults);
    for (var size : List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")) {
      require(
          !container.path("resources").at(size).isMissingNode(),
          name + " lacks resources" + size,
          faults);
    }
    var image = container.path("image").asText();
    require(IMAGE.matcher(image).matches(), name + " has the image " + image, faults);
  }

  private static void probes(JsonNode container, List<String> faults) {
    var name = container.path("name").asText();
    require(container.has("livenessProbe"), name + " lacks a liveness probe", faults);
    require(container.has("readinessProbe"), name + " lacks a readiness probe", faults);
    if (isProduct(container)) {
      require(
          container.at("/livenessProbe/httpGet/path").asText().equals("/livez"),
          name + " would be restarted for a dependency",
          faults);
      require(
          container.at("/readinessProbe/httpGet/path").asText().equals("/readyz"),
          name + " is asked before it is ready",
          faults);
      require(container.has("startupProbe"), name + " lacks a startup probe", faults);
    }
  }

  private void grace(JsonNode template, List<String> faults) {
    var grace = template.at("/spec/terminationGracePeriodSeconds").asLong(30);
    Manifests.children(template.at("/spec/containers"))
        .filter(PodPolicy::isProduct)
        .forEach(container -> {
          var needed = drainSeconds + pause(container) + REST_SECONDS;
          require(grace >= needed, "is killed after %d s of %d".formatted(grace, needed), faults);
        });
  }

  private static long pause(JsonNode container) {
    var found = SLEEP.matcher(container.at("/lifecycle/preStop/exec/command").toString());
    return found.find() ? Long.parseLong(found.group()) : 0;
  }

  private static boolean isProduct(JsonNode container) {
    return container.path("image").asText().equals("parley");
  }

  private static void require(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
