package dev.parley.cli;

import dev.parley.cli.process.CliProblem.WrongUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Arguments sorted into plain words and options. `--name value` and `--name=value` are the same,
/// and behind `--` everything is plain.
///
/// @param options name to value; the value of a switch is empty
record Words(List<String> plain, Map<String, String> options) {

  /// @param switches options that stand alone
  /// @param settings options with a value
  static Words read(List<String> arguments, Set<String> switches, Set<String> settings) {
    var plain = new ArrayList<String>();
    var options = new HashMap<String, String>();
    var left = arguments.iterator();
    while (left.hasNext()) {
      var word = left.next();
      if (word.equals("--")) {
        left.forEachRemaining(plain::add);
      } else if (word.length() < 2 || word.charAt(0) != '-') {
        plain.add(word);
      } else if (switches.contains(word)) {
        options.put(word, "");
      } else {
        var parts = word.split("=", 2);
        if (!settings.contains(parts[0])) {
          throw new WrongUse("There is no option " + parts[0] + " here.");
        }
        options.put(parts[0], parts.length == 2 ? parts[1] : valueOf(parts[0], left));
      }
    }
    return new Words(plain, options);
  }

  private static String valueOf(String option, Iterator<String> left) {
    if (!left.hasNext()) {
      throw new WrongUse(option + " needs a value.");
    }
    return left.next();
  }

  /// Whether `--help` stands anywhere before `--`.
  static boolean askForHelp(List<String> arguments) {
    return arguments.stream()
        .takeWhile(word -> !word.equals("--"))
        .anyMatch(word -> word.equals("--help") || word.equals("-h"));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(options.get(option));
  }
}
