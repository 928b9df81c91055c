package dev.parley.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeakSecretsTest {
  private static final String GOOD = "kX3-vv9_QpL0z7RtYw2sB8nM4cE6hJ1d";

  record Keys(@MinLength(32) Secret signing, List<Secret> previous) {}

  record All(String name, Keys keys) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "change-me",
        "CHANGEME",
        "secret",
        "your-secret-key-here",
        "postgres://me:password@db/x",
        "<put it here>",
        "replace_this_before_you_start",
        "chatbot_password"
      })
  void placeholdersAreNoSecrets(String text) {
    assertEquals(List.of("keys.signing must not be a placeholder in production"), weak(text, GOOD));
  }

  @Test
  void randomTextOfFullLengthIsOne() {
    assertEquals(List.of(), weak(GOOD, "short-but-has-no-limit"));
  }

  @Test
  void nothingSetIsForTheOwnerToJudge() {
    assertEquals(List.of(), weak("", ""));
  }

  @Test
  void shortOnesAreRefused() {
    assertEquals(
        List.of("keys.signing must have at least 32 characters in production"),
        weak(GOOD.substring(1), GOOD));
  }

  @Test
  void oneLetterRepeatedIsRefused() {
    assertEquals(List.of("keys.signing must be random in production"), weak("x".repeat(64), GOOD));
  }

  @Test
  void listsAreSearchedToo() {
    assertEquals(
        List.of("keys.previous must not be a placeholder in production"), weak(GOOD, "change-me"));
  }

  private static List<String> weak(String signing, String previous) {
    var keys = new Keys(new Secret(signing), List.of(new Secret(previous)));
    return WeakSecrets.in(new All("change-me", keys));
  }
}
