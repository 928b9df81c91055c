package dev.parley.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// The passwords that everybody tries first, in lower case. The head of the list says where it is
/// from.
record CommonPasswords(Set<String> all) {
  private static final String LIST = "/passwords/common.txt";

  static CommonPasswords load() {
    try (var list = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException(LIST + " is not in the jar");
      }
      var text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      var passwords = text.substring(text.indexOf("\n\n") + 2);
      return new CommonPasswords(passwords.lines().collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(String lower) {
    return all.contains(lower);
  }
}
