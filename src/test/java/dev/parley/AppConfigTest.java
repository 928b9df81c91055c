package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.config.WrongConfiguration;
import dev.parley.platform.observe.LogLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AppConfigTest {
  @Test
  void startsWithNothingSet() {
    var config = AppConfig.load(Map.of());

    assertEquals(AppConfig.Stage.DEVELOPMENT, config.env());
    assertEquals(8000, config.http().port());
    assertTrue(config.debug());
    assertEquals(LogLevel.DEBUG, config.log().level());
  }

  @Test
  void productionIsQuieterAndTakesSmallerBodies() {
    var config = AppConfig.load(ProductionConfigTest.COMPLETE);

    assertFalse(config.debug());
    assertEquals(LogLevel.WARNING, config.log().level());
    assertEquals(new ByteSize(5_242_880), config.http().maxContentLength());
  }

  @ParameterizedTest
  @ValueSource(strings = {"debug", "DEBUG", "Debug"})
  void levelsAreReadInAnyCase(String level) {
    assertEquals(LogLevel.DEBUG, AppConfig.load(Map.of("LOG_LEVEL", level)).log().level());
  }

  @Test
  void productionRefusesWhatIsRightOnALaptopAllAtOnce() {
    var faults = faults("DEBUG", "true", "CORS_ORIGINS", "https://chat.example.org,*");

    assertEquals(
        List.of(
            "debug: must be false in production; found \"true\" in environment variable DEBUG",
            "http.cors-origins: must not hold * in production;"
                + " found \"https://chat.example.org,*\" in environment variable CORS_ORIGINS"),
        faults);
  }

  @Test
  void productionMakesNoKeysOfItsOwn() {
    var nothing = Map.of("APP_ENV", "production", "LLM_PROVIDER", "extractive");

    var faults = assertThrows(WrongConfiguration.class, () -> AppConfig.load(nothing)).faults();

    assertEquals(
        List.of("seal.encryption-key", "identity.token.secret-key", "audit.key"),
        faults.stream().map(fault -> fault.substring(0, fault.indexOf(':'))).toList());
  }

  @Test
  void eitherNameOfTheSecretKeyIsTakenAndShortOnesAreRefusedEverywhere() {
    var faults =
        assertThrows(
                WrongConfiguration.class,
                () -> AppConfig.load(Map.of("JWT_SECRET_KEY", "not long enough")))
            .faults();

    assertEquals(
        List.of(
            "identity.token.secret-key: must have at least 32 bytes; openssl rand -base64 32 makes"
                + " one; found what is set in environment variable JWT_SECRET_KEY"),
        faults);
  }

  @Test
  void aMisspeltStageSaysWhichThereAre() {
    var faults = faults("APP_ENV", "prodution");

    assertEquals(
        List.of(
            "env: must be development, staging or production (did you mean production?);"
                + " found \"prodution\" in environment variable APP_ENV"),
        faults);
  }

  private static List<String> faults(String... variables) {
    var all = new HashMap<>(ProductionConfigTest.COMPLETE);
    for (var i = 0; i < variables.length; i += 2) {
      all.put(variables[i], variables[i + 1]);
    }
    return assertThrows(WrongConfiguration.class, () -> AppConfig.load(all)).faults();
  }
}
