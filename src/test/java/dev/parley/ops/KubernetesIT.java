package dev.parley.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AppConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifests below `k8s/`, as `kubectl` builds them.
final class KubernetesIT {
  private static final Path ROOT = Path.of("k8s");
  private static final Map<String, Manifests> BUILT = new HashMap<>();
  private static final Pattern SECRET = Pattern.compile(".*(KEY|PASSWORD|TOKEN|SECRET|SEED).*");

  private final StrictKinds kinds =
      new StrictKinds(Path.of("src/test/resources/kubernetes/custom-kinds.yaml"));
  private final PodPolicy policy =
      new PodPolicy(AppConfig.load(Map.of()).http().drain().toSeconds());

  KubernetesIT() throws IOException {}

  static Stream<String> folders() throws IOException {
    return Tool.files(ROOT, "kustomization.yaml").stream()
        .map(file -> file.resolveSibling("").toString().replaceFirst("/$", ""))
        // A patch of what somebody else has.
        .filter(folder -> !folder.equals("k8s/components/spot"));
  }

  static Stream<String> overlays() throws IOException {
    return folders().filter(folder -> folder.matches("k8s/overlays/[^/]+"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyFieldIsKnownAndEveryPodHarmless(String folder) throws Exception {
    var objects = built(folder).objects();

    assertTrue(!objects.isEmpty(), folder);
    assertEquals(List.of(), objects.stream().flatMap(it -> kinds.faults(it).stream()).toList());
    assertEquals(List.of(), objects.stream().flatMap(it -> policy.faults(it).stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatAnOverlayNamesIsThere(String folder) throws Exception {
    var secretsToo = !folder.endsWith("development");

    assertEquals(List.of(), new References(built(folder), secretsToo).faults());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void noSecretStandsInAnOverlay(String folder) throws Exception {
    var found = new TreeSet<String>();
    built(folder).ofKind("Secret").map(Manifests::name).forEach(found::add);
    built(folder)
        .ofKind("ConfigMap")
        .flatMap(map -> map.path("data").properties().stream())
        .filter(entry -> SECRET.matcher(entry.getKey()).matches())
        .map(Map.Entry::getKey)
        .filter(key -> !key.endsWith("_TOKENS") && !key.contains("_TOKEN_EXPIRE_"))
        .forEach(found::add);

    assertEquals(new TreeSet<>(), found);
  }

  @ParameterizedTest
  @CsvSource({
    "staging, 2, 2, 10, 70",
    "production, 3, 3, 20, 70",
    "cost, 1, 1, 5, 80",
    "canary, 3, 3, 20, 70",
    "gke, 3, 3, 20, 70"
  })
  void theAutoscalerHasItsNumbers(
      String overlay, int replicas, int least, int most, int percentOfCpu) throws Exception {
    var manifests = built("k8s/overlays/" + overlay);
    var autoscaler = manifests.one("HorizontalPodAutoscaler/parley-api").path("spec");

    assertEquals(replicas, manifests.one("Deployment/parley-api").at("/spec/replicas").asInt());
    assertEquals(least, autoscaler.path("minReplicas").asInt());
    assertEquals(most, autoscaler.path("maxReplicas").asInt());
    assertEquals(
        percentOfCpu, autoscaler.at("/metrics/0/resource/target/averageUtilization").asInt());
  }

  @Test
  void theDatabaseOfTheClusterHasConnectionsForEveryReplica() throws Exception {
    var manifests = built("k8s/overlays/staging");
    var config =
        manifests
            .ofKind("ConfigMap")
            .map(map -> map.path("data"))
            .filter(data -> data.has("DATABASE_POOL_SIZE"))
            .findFirst()
            .orElseThrow();
    var perPod =
        config.path("DATABASE_POOL_SIZE").asInt() + config.path("DATABASE_MAX_OVERFLOW").asInt();
    var pods =
        manifests.one("HorizontalPodAutoscaler/parley-api").at("/spec/maxReplicas").asInt()
            + manifests.one("Deployment/parley-worker").at("/spec/replicas").asInt()
            + 1;
    var settings = manifests.one("StatefulSet/postgres").findValues("args").toString();
    var most = Integer.parseInt(settings.replaceAll(".*max_connections=(\\d+).*", "$1"));

    assertTrue(perPod * pods < most, perPod * pods + " of " + most);
  }

  @Test
  void namesAndModelsCanBeReachedThoughEverythingElseIsClosed() throws Exception {
    var manifests = built("k8s/overlays/production");
    var closed = manifests.one("NetworkPolicy/default-deny").path("spec");
    var dns = manifests.one("NetworkPolicy/dns").path("spec");
    var product = manifests.one("NetworkPolicy/parley").at("/spec/egress").toString();

    assertEquals("{}", closed.path("podSelector").toString());
    assertEquals("[\"Ingress\",\"Egress\"]", closed.path("policyTypes").toString());
    assertEquals("{}", dns.path("podSelector").toString());
    assertTrue(dns.path("egress").toString().contains("\"port\":53"));
    for (var port : List.of(443, 5432, 6379, 4222, 6333)) {
      assertTrue(product.contains("\"port\":" + port), "egress to port " + port);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/spec/template/spec/containers/0/resources/limit",
        "/spec/template/spec/containers/0/livenesProbe",
        "/spec/template/spec/securityContext/runAsNonRot",
        "/spec/strategy/rollingUpdate/maxUnavailabl",
        "/metadata/lables"
      })
  void aMisspeltFieldIsFound(String field) throws Exception {
    var planted = copy("Deployment/parley-api");
    var slash = field.lastIndexOf('/');
    ((ObjectNode) planted.at(field.substring(0, slash))).put(field.substring(slash + 1), "x");

    assertEquals(1, kinds.faults(planted).size());
    assertTrue(
        kinds.faults(planted).getFirst().contains(field.substring(slash + 1)),
        kinds.faults(planted).toString());
  }

  @Test
  void aMisspeltFieldOfAnotherMakersKindIsFound() throws Exception {
    var planted = copy("Certificate/parley-tls");
    ((ObjectNode) planted.path("spec")).put("dnsName", "x");

    assertEquals(List.of("spec.dnsName is unknown"), kinds.faults(planted));
  }

  @ParameterizedTest
  @CsvSource({
    "/spec/template/spec/securityContext, runAsNonRoot, must not run as root",
    "/spec/template/spec/securityContext, seccompProfile, needs the seccomp profile",
    "/spec/template/spec, automountServiceAccountToken, must not get a token",
    "/spec/template/spec, enableServiceLinks, must not get variables for services",
    "/spec/template/spec, terminationGracePeriodSeconds, is killed after 30 s of 35",
    "/spec/template/spec/containers/0/resources, limits, parley lacks resources/limits",
    "/spec/template/spec/containers/0/securityContext, capabilities, parley keeps capabilities",
    "/spec/template/spec/containers/0/securityContext, readOnlyRootFilesystem, parley may write",
    "/spec/template/spec/containers/0, livenessProbe, parley lacks a liveness probe",
    "/spec/template/spec/containers/0, readinessProbe, parley lacks a readiness probe",
    "/spec/template/spec/containers/0, image, parley has the image"
  })
  void aPodThatLacksSomethingIsFound(String place, String field, String fault) throws Exception {
    var broken = copy("Deployment/parley-api");
    assertEquals(List.of(), policy.faults(broken));

    ((ObjectNode) broken.at(place)).remove(field);

    var faults = policy.faults(broken);
    assertTrue(faults.stream().anyMatch(it -> it.contains(fault)), faults.toString());
  }

  @Test
  void aServiceThatSelectsNothingIsFound() throws Exception {
    var broken = copy("Service/parley");
    ((ObjectNode) broken.at("/spec/selector")).put("app.kubernetes.io/name", "parly");
    var faults = new References(new Manifests("broken", List.of(broken)), false).faults();

    assertEquals(1, faults.size(), faults.toString());
  }

  private static JsonNode copy(String name) throws Exception {
    return built("k8s/overlays/production").one(name).deepCopy();
  }

  /// Each is built once: a build takes a while.
  private static Manifests built(String folder) throws IOException, InterruptedException {
    var known = BUILT.get(folder);
    if (known != null) {
      return known;
    }
    var built = Manifests.of(folder);
    BUILT.put(folder, built);
    return built;
  }
}
