package dev.parley.platform.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds secrets in a configuration that are no secrets: placeholders, words that everybody tries,
/// and those below their [MinLength]. Nothing set is no fault here.
public final class WeakSecrets {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "change[-_ ]?(me|this|it)|replace[-_ ]?(me|this)|placeholder|example|your[-_]|insecure"
              + "|super[-_ ]?secret|(secret|secure)[-_ ]?(key|password)|password|<[^>]*>");
  private static final Set<String> WORDS =
      Set.of("secret", "admin", "root", "test", "postgres", "parley", "default", "dev", "123456");
  private static final int DIFFERENT_CHARACTERS = 8;

  private WeakSecrets() {}

  /// One fault for each weak secret, in the form of [Checked#faults].
  public static List<String> in(Record config) {
    var faults = new ArrayList<String>();
    search(config, "", faults);
    return faults;
  }

  private static void search(Record config, String above, List<String> faults) {
    for (var component : config.getClass().getRecordComponents()) {
      var key = above + ConfigNode.kebab(component.getName());
      switch (value(component, config)) {
        case Secret secret -> check(secret, component, key, faults);
        case List<?> list ->
            list.forEach(item -> {
              if (item instanceof Secret secret) {
                check(secret, component, key, faults);
              }
            });
        case Record below -> search(below, key + ".", faults);
        case null, default -> {}
      }
    }
  }

  private static void check(
      Secret secret, RecordComponent component, String key, List<String> faults) {
    var text = secret.value();
    var lower = text.toLowerCase(Locale.ROOT);
    var length = component.getAnnotation(MinLength.class);
    if (text.isEmpty()) {
      return;
    }
    if (WORDS.contains(lower) || PLACEHOLDER.matcher(lower).find()) {
      faults.add(key + " must not be a placeholder in production");
    } else if (length != null && text.length() < length.value()) {
      faults.add(key + " must have at least " + length.value() + " characters in production");
    } else if (length != null && text.chars().distinct().count() < DIFFERENT_CHARACTERS) {
      faults.add(key + " must be random in production");
    }
  }

  private static Object value(RecordComponent component, Record config) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(config);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
