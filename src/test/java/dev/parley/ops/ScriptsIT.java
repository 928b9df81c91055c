package dev.parley.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts, and the workflows and pages that name them.
final class ScriptsIT {
  private static final Path SCRIPTS = Path.of("scripts");
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:load-tests|scripts)/[\\w./-]+\\.\\w+");

  /// Those of the build, which people do not run.
  private static final Set<String> INNER =
      Set.of("build-web.sh", "java-home.sh", "lib.sh", "run.sh", "test-node.sh", "with-tools.sh");

  static Stream<Path> scripts() throws IOException {
    return Tool.files(SCRIPTS, ".sh").stream()
        .filter(script -> !INNER.contains(script.getFileName().toString()));
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    var command = new ArrayList<>(List.of("shellcheck", "--external-sources", ".ci/run"));
    for (var folder : List.of("scripts", "config", "load-tests")) {
      Tool.files(Path.of(folder), ".sh").forEach(script -> command.add(script.toString()));
    }

    assertEquals("", Tool.run(Map.of(), command).output());
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyScriptDescribesItselfAndRefusesWhatItDoesNotKnow(Path script) throws Exception {
    var help = Tool.run("sh", script.toString(), "--help").wentWell();
    var wrong = Tool.run("sh", script.toString(), "--no-such-option");

    assertTrue(Files.isExecutable(script));
    assertTrue(help.contains(script.toString()), help);
    assertEquals(2, wrong.exit(), wrong.output());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build.sh all --tag v1 --registry r.example.org --platform linux/amd64,linux/arm64 --push"
            + " | parley:v1 .*--platform linux/amd64,linux/arm64.*--push",
        "build-images.sh r.example.org/team v2 | r.example.org/team/parley:v2",
        "deploy.sh deploy --environment production --image-tag v3 --gpu"
            + " | wait --for=condition=complete job/parley-migrate",
        "deploy.sh deploy --environment blue-green | rollout status deployment/parley-api-green",
        "deploy.sh switch --to green | patch service auth-service .*green",
        "deploy.sh r.example.org staging | rollout status statefulset/postgres",
        "rollback.sh kubernetes --to-revision 3 --database | --from=cronjob/db-rollback",
        "rollback.sh parley parley-7 --region europe-west1 | --to-revisions parley-7=100",
        "deploy-cloudrun.sh project --image i | --concurrency 80 --timeout 300s --min-instances 0"
      })
  void aDryRunSaysWhatWouldBeDone(String command, String said) throws Exception {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, SCRIPTS.resolve(words.getFirst()).toString());
    words.addFirst("sh");
    words.add("--dry-run");
    var builder = System.getenv().get("PARLEY_KUSTOMIZE");
    var variables = builder == null ? Map.<String, String>of() : Map.of("KUSTOMIZE", builder);
    var run = Tool.run(variables, words);

    assertTrue(
        Pattern.compile(said.replace("--", "\\-\\-")).matcher(run.wentWell()).find(), run.output());
  }

  @Test
  void noSecretIsGivenToCloudRunAsAVariable() throws Exception {
    var said =
        Tool.run("sh", "scripts/deploy-cloudrun.sh", "p", "--image", "i", "--dry-run").wentWell();
    var variables = said.replaceAll("(?s).*--set-env-vars (\\S+).*", "$1");

    assertTrue(!variables.matches(".*(KEY|PASSWORD|TOKEN|SECRET|URL)=.*"), variables);
    assertTrue(said.contains("DATABASE_URL=parley-database-url:latest"), said);
  }

  @Test
  void whatWorkflowsAndPagesNameIsThere() throws Exception {
    var missing = new TreeSet<String>();
    var files = new ArrayList<>(Tool.files(Path.of("src/docs"), ".md"));
    files.addAll(Tool.files(Path.of(".github"), ".yml"));
    files.addAll(List.of(Path.of("README.md"), Path.of("Makefile"), Path.of("Dockerfile")));
    for (var file : files) {
      var named = NAMED.matcher(Files.readString(file));
      while (named.find()) {
        if (!Files.exists(Path.of(named.group()))) {
          missing.add(file + ": " + named.group());
        }
      }
    }

    assertEquals(Set.of(), missing);
  }

  @Test
  void workflowsGiveThemselvesNoMoreRightsThanTheyUse() throws Exception {
    for (var file : Tool.files(Path.of(".github/workflows"), ".yml")) {
      JsonNode workflow = new YAMLMapper().readTree(file.toFile());
      assertEquals("read", workflow.at("/permissions/contents").asText(), file.toString());
      for (var step : workflow.findValuesAsText("uses")) {
        assertTrue(step.startsWith("./") || step.matches("[^@]+@v?\\d[\\d.]*"), step);
      }
    }
  }
}
