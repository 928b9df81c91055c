package dev.parley.platform.config;

import static dev.parley.platform.config.ConfigFault.require;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The types that a single value may have, and how each reads its text.
final class Scalars {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d|)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms",
          ChronoUnit.MILLIS,
          "s",
          ChronoUnit.SECONDS,
          "m",
          ChronoUnit.MINUTES,
          "h",
          ChronoUnit.HOURS,
          "d",
          ChronoUnit.DAYS);

  private Scalars() {}

  interface Parse {
    Object apply(String text);
  }

  /// One readable type.
  ///
  /// @param allowed what may be written, with its article
  /// @param plural the same for several
  record Scalar(String allowed, String plural, Parse parse) {}

  /// How a type is read.
  ///
  /// @param plain the unit of a duration that has none
  static Scalar of(Class<?> type, ChronoUnit plain) {
    var own = ownParse(type);
    if (own != null) {
      var name = described(type);
      return new Scalar(type.isEnum() ? name : "a " + name, name + "s", text -> call(own, text));
    }
    if (type.isEnum()) {
      return new Scalar(choices(type), "any of " + choices(type), text -> choice(type, text));
    }
    return switch (type.getName()) {
      case "java.lang.String" -> new Scalar("a text", "texts", text -> text);
      case "dev.parley.platform.config.Secret" -> new Scalar("a secret", "secrets", Secret::new);
      case "int", "java.lang.Integer" ->
          new Scalar("a whole number", "whole numbers", Scalars::wholeNumber);
      case "long", "java.lang.Long" ->
          new Scalar("a whole number", "whole numbers", Scalars::longNumber);
      case "double", "java.lang.Double" -> new Scalar("a number", "numbers", Scalars::number);
      case "boolean", "java.lang.Boolean" ->
          new Scalar("true or false", "true or false", Scalars::truth);
      case "java.net.URI" -> new Scalar("a URL", "URLs", Scalars::uri);
      case "java.nio.file.Path" -> new Scalar("a path", "paths", Scalars::path);
      case "java.time.Duration" ->
          new Scalar(durations(plain), "durations", text -> duration(text, plain));
      default -> throw new IllegalArgumentException("no configuration can hold a " + type);
    };
  }

  private static Object wholeNumber(String text) {
    return Integer.parseInt(digits(text));
  }

  private static Object longNumber(String text) {
    return Long.parseLong(digits(text));
  }

  private static String digits(String text) {
    return text.replace("_", "");
  }

  private static Object number(String text) {
    var number = Double.parseDouble(text);
    require(Double.isFinite(number), "must be finite");
    return number;
  }

  private static Object truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object uri(String text) {
    var uri = URI.create(text);
    require(uri.isAbsolute(), "must begin with a scheme such as https:");
    return uri;
  }

  private static Object path(String text) {
    require(!text.isEmpty(), "must not be empty");
    return Path.of(text);
  }

  private static Object duration(String text, ChronoUnit plain) {
    var match = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new IllegalArgumentException(text);
    }
    return Duration.of(Long.parseLong(match.group(1)), UNITS.getOrDefault(match.group(2), plain));
  }

  private static String durations(ChronoUnit plain) {
    var unit = plain.name().toLowerCase(Locale.ROOT);
    return "a duration such as 250ms, 30s or 2h"
        + (plain == ChronoUnit.SECONDS ? "" : " (a plain number is " + unit + ")");
  }

  private static String choices(Class<?> type) {
    var names = Arrays.stream(type.getEnumConstants()).map(Scalars::written).toList();
    var last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private static Object choice(Class<?> type, String text) {
    var word = text.toLowerCase(Locale.ROOT).replace('_', '-');
    var known =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(Scalars::written, constant -> constant));
    var found = known.get(word);
    if (found == null) {
      throw new ConfigFault("must be " + choices(type) + Spelling.hint(word, known.keySet()));
    }
    return found;
  }

  private static String written(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Method ownParse(Class<?> type) {
    try {
      var parse = type.getDeclaredMethod("parse", String.class);
      return Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type
          ? parse
          : null;
    } catch (NoSuchMethodException _) {
      return null;
    }
  }

  private static Object call(Method parse, String text) {
    try {
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /// `ByteSize` → `byte size`.
  private static String described(Class<?> type) {
    return type.isEnum() ? choices(type) : ConfigNode.kebab(type.getSimpleName()).replace('-', ' ');
  }
}
