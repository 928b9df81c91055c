package dev.parley.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/// What stands behind a command: `--name value`, in any order. A name that nobody asks for is a
/// fault, so that a mistyped one does not go unseen.
public final class Options {
  private final Map<String, String> given = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  private Options() {}

  static Options of(String[] args, int from) {
    var options = new Options();
    for (var i = from; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 >= args.length) {
        throw new IllegalArgumentException("--name value is expected at " + args[i]);
      }
      options.given.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }

  public String text(String name, String otherwise) {
    known.add(name);
    return given.getOrDefault(name, otherwise);
  }

  public int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  public double decimal(String name, double otherwise) {
    return Double.parseDouble(text(name, Double.toString(otherwise)));
  }

  /// In seconds.
  public Duration seconds(String name, double otherwise) {
    return Duration.ofMillis(Math.round(1_000 * decimal(name, otherwise)));
  }

  public boolean flag(String name) {
    return text(name, "false").equals("true");
  }

  /// Fails when something was given that nobody has asked for.
  public void done() {
    for (var name : given.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("--" + name + " is unknown; there is " + known);
      }
    }
  }

  /// As it was typed, but for files: where they are says nothing to others.
  @Override
  public String toString() {
    var line = new StringBuilder();
    given.forEach((name, value) -> {
      if (!value.contains("/")) {
        line.append(" --").append(name).append(' ').append(value);
      }
    });
    return line.toString();
  }
}
