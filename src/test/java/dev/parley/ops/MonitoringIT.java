package dev.parley.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is watched: the rules speak when they should, and rules and dashboards ask for nothing that
/// the product does not measure.
final class MonitoringIT {
  private static final Path PROMETHEUS = Path.of("config/prometheus");
  private static final Path DASHBOARDS = Path.of("config/grafana/dashboards");
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

  /// What others measure, by the program that does. Everything else must be in our `/metrics`.
  private static final Map<String, Set<String>> OF_OTHERS =
      Map.of(
          "Prometheus", Set.of("up"),
          "backup-db.sh", Set.of("parley_backup_last_success_timestamp_seconds"),
          "cAdvisor", Set.of("container_memory_working_set_bytes"),
          "cert-manager", Set.of("certmanager_certificate_expiration_timestamp_seconds"),
          "kubelet",
              Set.of("kubelet_volume_stats_available_bytes", "kubelet_volume_stats_capacity_bytes"),
          "kube-state-metrics",
              Set.of(
                  "kube_cronjob_status_last_successful_time",
                  "kube_deployment_spec_replicas",
                  "kube_deployment_status_observed_generation",
                  "kube_deployment_status_replicas_available",
                  "kube_pod_container_resource_limits"),
          "node_exporter",
              Set.of(
                  "node_cpu_seconds_total",
                  "node_filesystem_avail_bytes",
                  "node_filesystem_size_bytes",
                  "node_memory_MemAvailable_bytes",
                  "node_memory_MemTotal_bytes"),
          "postgres_exporter",
              Set.of(
                  "pg_database_size_bytes",
                  "pg_replication_lag_seconds",
                  "pg_settings_max_connections",
                  "pg_stat_activity_count",
                  "pg_stat_activity_max_tx_duration",
                  "pg_stat_database_blks_hit",
                  "pg_stat_database_blks_read",
                  "pg_stat_database_xact_commit",
                  "pg_stat_database_xact_rollback",
                  "pg_up"),
          "redis_exporter",
              Set.of("redis_connected_clients", "redis_memory_used_bytes", "redis_up"));

  @ParameterizedTest
  @ValueSource(strings = {"rules_test.yml", "rules_days_test.yml"})
  void everyRuleSpeaksWhenItShouldAndOnlyThen(String file) throws Exception {
    var _ = Tool.run("promtool", "test", "rules", PROMETHEUS.resolve(file).toString()).wentWell();
  }

  @Test
  void noRuleIsUntried() throws Exception {
    var tried = new TreeSet<String>();
    for (var file : List.of("rules_test.yml", "rules_days_test.yml")) {
      tried.addAll(YAML.readTree(PROMETHEUS.resolve(file).toFile()).findValuesAsText("alertname"));
    }

    assertEquals(new TreeSet<>(rules().findValuesAsText("alert")), tried);
  }

  @Test
  void everyRuleNamesARunbookThatIsThere() throws Exception {
    for (var rule : rules().findParents("alert")) {
      var runbook = Path.of(rule.at("/annotations/runbook").asText());
      assertTrue(Files.isRegularFile(runbook), rule.path("alert").asText() + ": " + runbook);
      assertTrue(
          Files.readString(runbook).contains(rule.path("alert").asText()),
          runbook + " says nothing of " + rule.path("alert").asText());
    }
  }

  /// Debian's promtool is built without Kubernetes, so its discovery is left out.
  @ParameterizedTest
  @ValueSource(strings = {"prometheus.yml", "prometheus-kubernetes.yml"})
  void prometheusTakesItsConfiguration(String file) throws Exception {
    var config = YAML.readTree(PROMETHEUS.resolve(file).toFile());
    config
        .path("scrape_configs")
        .forEach(job -> ((ObjectNode) job).remove("kubernetes_sd_configs"));
    var copy = Files.createTempFile(Path.of("target"), "prometheus", ".yml");
    try {
      YAML.writeValue(copy.toFile(), config);
      var _ = Tool.run("promtool", "check", "config", "--syntax-only", copy.toString()).wentWell();
    } finally {
      Files.delete(copy);
    }
  }

  @Test
  void theSystemDashboardIsTheOneThatWasAskedFor() throws Exception {
    var board = YAML.readTree(DASHBOARDS.resolve("system.json").toFile());

    assertEquals("Chat Bot System Dashboard", board.path("title").asText());
    assertEquals(
        List.of("Request Rate", "Response Time", "Error Rate", "Database Connections"),
        Manifests.children(board.path("panels")).map(it -> it.path("title").asText()).toList());
    assertEquals("now-1h", board.at("/time/from").asText());
    assertEquals("30s", board.path("refresh").asText());
  }

  @Test
  void rulesAndDashboardsAskOnlyForWhatIsMeasured() throws Exception {
    var asked = asked();
    asked.removeAll(OF_OTHERS.values().stream().flatMap(Set::stream).toList());
    // Without documents: reading the manual takes longer than all the rest.
    try (var product = Product.with(Map.of("PARLEY_RETRIEVAL_READERS", "0"))) {
      var unknown = new TreeSet<>(asked);
      unknown.removeAll(measured(product.url()));

      assertTrue(asked.size() > 10, asked.toString());
      assertEquals(Set.of(), unknown);
      var _ = Tool.run("sh", "scripts/health-check.sh", product.url(), "--strict").wentWell();
      var smoke = Tool.run("sh", "scripts/smoke.sh", product.url());
      assertTrue(smoke.wentWell().contains(" 0 failed"), smoke.output());
    }
  }

  private static Set<String> asked() throws Exception {
    var expressions =
        Stream.concat(
            rules().findValuesAsText("expr").stream(),
            Tool.files(DASHBOARDS, ".json").stream().flatMap(MonitoringIT::expressions));
    return expressions
        .flatMap(expression -> PromQl.metrics(expression).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> expressions(Path dashboard) {
    try {
      return YAML.readTree(dashboard.toFile()).findValuesAsText("expr").stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode rules() throws Exception {
    return YAML.readTree(PROMETHEUS.resolve("chatbot_rules.yml").toFile());
  }

  /// Every name that the product's text gives samples of, those that have none yet included.
  private static Set<String> measured(String url) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url + "/metrics")).build();
      var text = client.send(request, BodyHandlers.ofString()).body();
      var names = new TreeSet<String>();
      var family = FAMILY.matcher(text);
      while (family.find()) {
        names.add(family.group(1));
        if (family.group(2).matches("histogram|summary")) {
          Stream.of("_bucket", "_sum", "_count").map(family.group(1)::concat).forEach(names::add);
        }
      }
      return names;
    }
  }
}
