package dev.parley.retrieval.source.kept;

import java.util.Locale;

/// How words of a fixed set stand in the tables.
final class Names {
  private Names() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E read(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }
}
