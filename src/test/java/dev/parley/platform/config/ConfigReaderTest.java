package dev.parley.platform.config;

import static dev.parley.platform.config.ConfigFault.require;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigReaderTest {
  private static final String DEFAULTS =
      """
      env: laptop
      name: Tea
      kettle:
        litres: 2
        strength: 0.5
        pause: 30s
        lifetime: 15
        size: 1MiB
        colour: dark-green
        url:
        folder: /tmp
        lid: true
        key: ""
        cups: [small, "large, with milk"]
        minutes: [3, 5]
        limit:
      """;

  record Shop(@Env("APP_ENV") String env, @Env({"SHOP_NAME", "NAME"}) String name, Kettle kettle)
      implements Checked {
    @Override
    public List<String> faults() {
      return kettle.litres() > 10 && kettle.lid()
          ? List.of("kettle.lid must be off above 10 litres", "the kettle is too large")
          : List.of();
    }
  }

  record Kettle(
      @Env("LITRES") int litres,
      double strength,
      @Env("PAUSE") Duration pause,
      @Env("LIFETIME_MINUTES") @PlainNumber(ChronoUnit.MINUTES) Duration lifetime,
      ByteSize size,
      @Env("COLOUR") Colour colour,
      @Env("URL") @Nullable URI url,
      Path folder,
      @Env("LID") boolean lid,
      @Env("KEY") Secret key,
      @Env("CUPS") List<String> cups,
      @Env("MINUTES") List<Integer> minutes,
      @Nullable Long limit) {
    Kettle {
      require(litres > 0, "litres must be positive");
      require(strength <= 1, "strength must be at most 1");
      require(key.value().length() != 3, "key must not be three letters");
    }
  }

  enum Colour {
    RED,
    DARK_GREEN
  }

  private final Map<String, String> files = new HashMap<>(Map.of("tea.yaml", DEFAULTS));
  private final Map<String, String> variables = new HashMap<>();

  @TempDir Path folder;

  @Test
  void everyTypeIsReadFromTheDefaults() {
    var kettle = read().kettle();

    assertEquals(2, kettle.litres());
    assertEquals(0.5, kettle.strength());
    assertEquals(Duration.ofSeconds(30), kettle.pause());
    assertEquals(Duration.ofMinutes(15), kettle.lifetime());
    assertEquals(new ByteSize(1_048_576), kettle.size());
    assertEquals(Colour.DARK_GREEN, kettle.colour());
    assertNull(kettle.url());
    assertEquals(Path.of("/tmp"), kettle.folder());
    assertEquals(List.of("small", "large, with milk"), kettle.cups());
    assertEquals(List.of(3, 5), kettle.minutes());
    assertNull(kettle.limit());
  }

  @Test
  void everyTypeIsReadFromTheEnvironment() {
    variables.put("PAUSE", "250ms");
    variables.put("LIFETIME_MINUTES", "60");
    variables.put("URL", "https://tea.example.org");
    variables.put("COLOUR", "RED");
    variables.put("LID", "off");
    variables.put("KEY", " s3cret\n");
    variables.put("CUPS", "a, b,,c");
    variables.put("TEA_KETTLE_SIZE", "10MB");
    variables.put("MINUTES", "2, 7");
    variables.put("TEA_KETTLE_LIMIT", "9_000_000_000");

    var kettle = read().kettle();

    assertEquals(Duration.ofMillis(250), kettle.pause());
    assertEquals(Duration.ofHours(1), kettle.lifetime());
    assertEquals(URI.create("https://tea.example.org"), kettle.url());
    assertEquals(Colour.RED, kettle.colour());
    assertFalse(kettle.lid());
    assertEquals("s3cret", kettle.key().value());
    assertEquals(List.of("a", "b", "c"), kettle.cups());
    assertEquals(List.of(2, 7), kettle.minutes());
    assertEquals(9_000_000_000L, kettle.limit());
    assertEquals(new ByteSize(10_000_000), kettle.size());
  }

  @Test
  void theLaterLayerWins() throws IOException {
    variables.put("CONFIG_DIR", folder.toString());

    assertEquals("Tea", read().name());
    files.put("laptop.yaml", "name: Profile");
    assertEquals("Profile", read().name());
    Files.writeString(folder.resolve("tea.yaml"), "name: Outside");
    assertEquals("Outside", read().name());
    Files.writeString(folder.resolve("laptop.yaml"), "name: Outside profile");
    assertEquals("Outside profile", read().name());
    variables.put("NAME", "Second variable");
    assertEquals("Second variable", read().name());
    variables.put("SHOP_NAME", "First variable");
    assertEquals("First variable", read().name());
  }

  @Test
  void theEnvironmentChoosesTheProfile() {
    files.put("laptop.yaml", "name: Laptop");
    files.put("server.yaml", "name: Server");
    variables.put("APP_ENV", "server");

    assertEquals("Server", read().name());
  }

  @Test
  void anEmptyVariableIsNotSet() {
    variables.put("LITRES", "  ");

    assertEquals(2, read().kettle().litres());
  }

  @Test
  void everyFaultIsNamedWithItsKeyItsSourceAndWhatIsAllowed() {
    files.put(
        "laptop.yaml",
        """
        kettle:
          litrs: 3
          strength: 2
          pause: soon
          cups:
            many: 1
        """);
    variables.put("LITRES", "-1");
    variables.put("URL", "tea.example.org");
    variables.put("TEA_KETTLE_LIDD", "true");

    assertEquals(
        List.of(
            "kettle.litrs: unknown key (did you mean kettle.litres?) in built-in laptop.yaml line 2",
            "kettle.cups: must be a value, not a group of keys, in built-in laptop.yaml line 5",
            "TEA_KETTLE_LIDD: unknown environment variable (did you mean TEA_KETTLE_LID?)",
            "kettle.pause: must be a duration such as 250ms, 30s or 2h; found \"soon\" in built-in laptop.yaml line 4",
            "kettle.url: must begin with a scheme such as https:; found \"tea.example.org\""
                + " in environment variable URL",
            "kettle.litres: must be positive; found \"-1\" in environment variable LITRES",
            "kettle.strength: must be at most 1; found \"2\" in built-in laptop.yaml line 3"),
        faults());
  }

  @Test
  void rulesBetweenPartsAreChecked() {
    variables.put("LITRES", "11");

    assertEquals(
        List.of(
            "kettle.lid: must be off above 10 litres; found \"true\" in built-in tea.yaml line 12",
            "the kettle is too large"),
        faults());
  }

  @Test
  void aSecretIsNeverShown() {
    variables.put("KEY", "abc");

    assertEquals(
        List.of(
            "kettle.key: must not be three letters;"
                + " found what is set in environment variable KEY"),
        faults());
  }

  @Test
  void aKeyWithoutDefaultSaysHowToSetIt() {
    files.put("tea.yaml", DEFAULTS.replace("name: Tea\n", ""));

    assertEquals(
        List.of("name: is not set; allowed is a text; set it with SHOP_NAME or NAME or TEA_NAME"),
        faults());
  }

  @Test
  void brokenYamlNamesItsLine() {
    files.put("laptop.yaml", "name: Tea\nkettle: [");

    var faults = faults();

    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().startsWith("built-in laptop.yaml line 2: is not YAML"));
  }

  @Test
  void aKeySetTwiceIsAFault() {
    files.put("laptop.yaml", "name: Tea\nname: Coffee");

    assertEquals(List.of("name: is set twice, again in built-in laptop.yaml line 2"), faults());
  }

  @Test
  void aProfileFileCannotChooseAnotherProfile() {
    files.put("laptop.yaml", "env: server");

    assertEquals(List.of("env: must not be set in laptop.yaml, which it chooses"), faults());
  }

  @Test
  void aProfileNameCannotLeaveTheFolder() {
    files.put("../laptop.yaml", "name: Outside");
    variables.put("APP_ENV", "../laptop");

    assertEquals("Tea", read().name());
  }

  @Test
  void aFolderThatIsNotThereIsAFault() {
    variables.put("CONFIG_DIR", "/nowhere/at/all");

    assertEquals(List.of("CONFIG_DIR: must be a folder; found \"/nowhere/at/all\""), faults());
  }

  @Test
  void variablesOfTheProductThatSetNoKeyCanBeAllowed() {
    variables.put("TEA_TIMER", "5");

    assertEquals("Tea", read().name());
  }

  private List<String> faults() {
    return assertThrows(WrongConfiguration.class, this::read).faults();
  }

  private Shop read() {
    var builtIn =
        new ConfigFiles() {
          @Override
          public @Nullable String read(String name) {
            return files.get(name);
          }

          @Override
          public String shown(String name) {
            return "built-in " + name;
          }
        };
    return new ConfigReader("tea", "env", Map.of("TEA_TIMER", "How long."), builtIn)
        .read(Shop.class, variables);
  }
}
