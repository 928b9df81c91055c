package dev.parley.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.AppConfig;
import dev.parley.platform.config.WrongConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every variable that a container is given must be one that the product reads.
final class SettingNamesIT {
  private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
  private static final Pattern LINE = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=(.*)$");

  /// A variable among those that a command gets, after a blank or a comma.
  private static final Pattern PAIR = Pattern.compile("[ ,]([A-Z][A-Z0-9_]+)=");

  /// What Java itself reads.
  private static final Set<String> OF_JAVA = Set.of("JDK_JAVA_OPTIONS");

  /// What the product will read one day; a name that it reads by now must leave this list.
  private static final Set<String> WAITING =
      Set.of("NATS_URL", "QDRANT_API_KEY", "QDRANT_URL", "ROLE");

  @Test
  void noNameWaitsForWhatIsThere() {
    var read = new TreeSet<>(WAITING);
    read.retainAll(known());

    assertEquals(Set.of(), read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "staging", "production", "blue-green"})
  void aClusterGivesOnlyWhatIsRead(String overlay) throws Exception {
    var manifests = Manifests.of("k8s/overlays/" + overlay);
    var given = new TreeSet<String>();
    for (var object : manifests.objects()) {
      Manifests.podTemplates(object)
          .flatMap(Manifests::containers)
          .filter(container -> container.path("image").asText().equals("parley"))
          .forEach(container -> given.addAll(names(manifests, container)));
    }

    assertTrue(given.size() > 15, given.toString());
    assertEquals(Set.of(), unknown(given));
  }

  @Test
  void composeAndCloudRunGiveOnlyWhatIsRead() throws Exception {
    var compose = new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
    var given = new TreeSet<String>();
    for (var environment : compose.at("/x-app").findValues("environment")) {
      environment.fieldNames().forEachRemaining(given::add);
    }
    var said =
        Tool.run("sh", "scripts/deploy-cloudrun.sh", "p", "--image", "i", "--dry-run").wentWell();
    var pairs = PAIR.matcher(said);
    while (pairs.find()) {
      given.add(pairs.group(1));
    }

    assertTrue(given.size() > 15, given.toString());
    assertEquals(Set.of(), unknown(given));
  }

  @ParameterizedTest
  @ValueSource(strings = {".env.dev", ".env.production.example", ".env.example"})
  void environmentFilesHoldPlainLinesOfKnownNames(String file) throws Exception {
    var text = Files.readString(Path.of(file));

    assertEquals(Set.of(), unknown(lines(text).keySet()));
    assertTrue(text.lines().allMatch(line -> line.matches("|#.*|[A-Z][A-Z0-9_]*=\\S*")), file);
  }

  @Test
  void theFileForDevelopmentIsAValidConfiguration() throws Exception {
    var config = AppConfig.load(lines(Files.readString(Path.of(".env.dev"))));

    assertEquals(AppConfig.Stage.DEVELOPMENT, config.env());
  }

  @Test
  void theFileForProductionLacksOnlyTheSecrets() throws Exception {
    var variables = lines(Files.readString(Path.of(".env.production.example")));
    var faults = new TreeSet<String>();
    try {
      var _ = AppConfig.load(variables);
    } catch (WrongConfiguration wrong) {
      wrong.faults().forEach(fault -> faults.add(fault.substring(0, fault.indexOf(':'))));
    }

    assertEquals(Set.of("audit.key", "identity.token.secret-key", "seal.encryption-key"), faults);
  }

  @Test
  void theDefaultPasswordsOfComposeAreRefusedInProduction() throws Exception {
    var compose = new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
    var variables = lines(Files.readString(Path.of(".env.production.example")));
    compose
        .at("/x-app/environment")
        .properties()
        .forEach(entry ->
            variables.put(
                entry.getKey(),
                entry.getValue().asText().replaceAll("\\$\\{[A-Z_]+:-(.*?)}", "$1")));
    var faults = assertThrows(WrongConfiguration.class, () -> AppConfig.load(variables)).faults();

    for (var key : List.of("database.url", "database.migration-url", "redis.password")) {
      assertTrue(faults.stream().anyMatch(it -> it.startsWith(key + ":")), faults.toString());
    }
  }

  private static Set<String> names(Manifests manifests, JsonNode container) {
    var names = new TreeSet<String>();
    Manifests.children(container.path("env")).forEach(env -> names.add(env.path("name").asText()));
    Manifests.children(container.path("envFrom"))
        .map(from -> from.at("/configMapRef/name").asText())
        .filter(name -> !name.isEmpty())
        .map(name -> manifests.one("ConfigMap/" + name).path("data"))
        .forEach(map -> map.fieldNames().forEachRemaining(names::add));
    manifests
        .ofKind("ExternalSecret")
        .filter(secret -> Manifests.name(secret).equals("ExternalSecret/parley-secrets"))
        .flatMap(secret -> Manifests.children(secret.at("/spec/data")))
        .forEach(entry -> names.add(entry.path("secretKey").asText()));
    return names;
  }

  private static Set<String> unknown(Set<String> given) {
    var unknown = new TreeSet<>(given);
    unknown.removeAll(known());
    unknown.removeAll(WAITING);
    unknown.removeAll(OF_JAVA);
    return unknown;
  }

  /// The variables of the configuration's page, and the general one of each key.
  private static Set<String> known() {
    var page = AppConfig.reference().markdown();
    var names = new TreeSet<String>();
    var found = VARIABLE.matcher(page);
    while (found.find()) {
      names.add(found.group(1));
    }
    page.lines()
        .filter(line -> line.matches("\\| `[a-z0-9.-]+` \\|.*"))
        .map(line -> line.replaceFirst("\\| `([a-z0-9.-]+)`.*", "$1"))
        .forEach(key ->
            names.add(
                "PARLEY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')));
    names.add("CONFIG_DIR");
    return names;
  }

  private static Map<String, String> lines(String text) {
    var lines = new TreeMap<String, String>();
    var found = LINE.matcher(text);
    while (found.find()) {
      lines.put(found.group(1), found.group(2));
    }
    return new HashMap<>(lines);
  }
}
