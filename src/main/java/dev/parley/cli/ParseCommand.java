package dev.parley.cli;

import dev.parley.cli.process.CliProblem.WrongUse;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Arguments to a [Command]. Throws [WrongUse] for what is none.
final class ParseCommand {
  private static final Set<String> NONE = Set.of();
  private static final Set<String> MODES = Set.of("hybrid", "text", "vectors");
  private static final Pattern ANCHOR =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/\\d{1,18}:[0-9a-f]{64}");
  private static final int DEFAULT_LIMIT = 8;
  private static final int HIGHEST_LIMIT = 50;
  private static final int MOST_CANDIDATES = 1_000;
  private static final int FEWEST_TOKENS = 50;
  private static final int MOST_TOKENS = 8_000;

  private ParseCommand() {}

  static Command of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new Command.Serve();
    }
    var rest = arguments.subList(1, arguments.size());
    if (Words.askForHelp(arguments)) {
      return new Command.Help();
    }
    return switch (arguments.getFirst()) {
      case "serve" -> alone(rest, new Command.Serve());
      case "migrate" -> alone(rest, new Command.Migrate());
      case "reseal" -> alone(rest, new Command.Reseal());
      case "rollback" -> rollback(rest);
      case "ingest" ->
          new Command.Ingest(some(rest, "ingest needs a file, a folder or an address."));
      case "ask" -> ask(rest);
      case "search" -> search(rest);
      case "eval" -> eval(rest);
      case "config" -> config(rest);
      case "audit" -> audit(rest);
      case "usage" -> usage(rest);
      case "help" -> new Command.Help();
      case "--version", "-V", "version" -> alone(rest, new Command.Version());
      default -> throw new WrongUse("There is no command " + arguments.getFirst() + ".");
    };
  }

  private static Command alone(List<String> rest, Command command) {
    if (!Words.read(rest, NONE, NONE).plain().isEmpty()) {
      throw new WrongUse("%s is too much here.".formatted(rest.getFirst()));
    }
    return command;
  }

  private static Command rollback(List<String> rest) {
    var words = Words.read(rest, NONE, NONE).plain();
    if (words.size() > 1) {
      throw new WrongUse("rollback takes one version.");
    }
    return new Command.Rollback(
        words.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(number("The version", words.getFirst(), 0, Integer.MAX_VALUE)));
  }

  private static Command ask(List<String> rest) {
    var words = Words.read(rest, Set.of("--json"), NONE);
    return new Command.Ask(text(words, "ask needs a question."), words.has("--json"));
  }

  private static Command search(List<String> rest) {
    var words = Words.read(rest, NONE, Set.of("--mode", "--limit"));
    var mode = words.value("--mode").orElse("hybrid");
    if (!MODES.contains(mode)) {
      throw new WrongUse("--mode is hybrid, text or vectors, not " + mode + ".");
    }
    var limit =
        words
            .value("--limit")
            .map(value -> number("--limit", value, 1, HIGHEST_LIMIT))
            .orElse(DEFAULT_LIMIT);
    return new Command.Search(text(words, "search needs words to look for."), mode, limit);
  }

  private static Command eval(List<String> rest) {
    var words = Words.read(rest, NONE, Set.of("--weights", "--candidates", "--tokens", "--chart"));
    var folders = some(words, "eval needs a folder.");
    if (folders.size() > 1) {
      throw new WrongUse("eval takes one folder.");
    }
    return new Command.Eval(
        new Measure(
            path(folders.getFirst(), "folder"),
            each(words, "--weights", ParseCommand::share),
            each(words, "--candidates", value -> number("--candidates", value, 1, MOST_CANDIDATES)),
            each(words, "--tokens", value -> number("--tokens", value, FEWEST_TOKENS, MOST_TOKENS)),
            words.value("--chart").map(name -> path(name, "file"))));
  }

  private static Path path(String name, String what) {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new WrongUse(name + " is no name of a " + what + ".");
    }
  }

  private static <T> List<T> each(Words words, String option, Function<String, T> read) {
    return words.value(option).stream()
        .flatMap(values -> Arrays.stream(values.split(",", -1)))
        .map(read)
        .toList();
  }

  private static double share(String text) {
    if (text.matches("0(\\.\\d{1,4})?|1(\\.0{1,4})?")) {
      return Double.parseDouble(text);
    }
    throw new WrongUse("--weights are numbers from 0 to 1 such as 0.3,0.5, not " + text + ".");
  }

  private static Command config(List<String> rest) {
    if (!rest.equals(List.of("check"))) {
      throw new WrongUse("After config comes check.");
    }
    return new Command.CheckConfig();
  }

  private static Command usage(List<String> rest) {
    if (!rest.equals(List.of("rebuild"))) {
      throw new WrongUse("After usage comes rebuild.");
    }
    return new Command.RebuildUsage();
  }

  private static Command audit(List<String> rest) {
    if (rest.isEmpty() || !rest.getFirst().equals("verify")) {
      throw new WrongUse("After audit comes verify.");
    }
    var anchors = Words.read(rest.subList(1, rest.size()), NONE, NONE).plain();
    anchors.stream()
        .filter(anchor -> !ANCHOR.matcher(anchor).matches())
        .findFirst()
        .ifPresent(wrong -> {
          throw new WrongUse(wrong + " is no anchor: WORKSPACE/NUMBER:HASH.");
        });
    return new Command.VerifyAudit(anchors);
  }

  private static List<String> some(List<String> rest, String otherwise) {
    return some(Words.read(rest, NONE, NONE), otherwise);
  }

  private static List<String> some(Words read, String otherwise) {
    var words = read.plain();
    if (words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
      throw new WrongUse(otherwise);
    }
    return words;
  }

  /// Quotes are forgotten easily, so the words are put together again.
  private static String text(Words words, String otherwise) {
    var text = String.join(" ", words.plain()).strip();
    if (text.isEmpty()) {
      throw new WrongUse(otherwise);
    }
    return text;
  }

  private static int number(String what, String text, int lowest, int highest) {
    if (text.matches("\\d{1,10}")) {
      var number = Long.parseLong(text);
      if (number >= lowest && number <= highest) {
        return (int) number;
      }
    }
    throw new WrongUse(
        "%s is a number from %d to %d, not %s.".formatted(what, lowest, highest, text));
  }
}
