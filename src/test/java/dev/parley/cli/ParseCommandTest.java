package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.cli.process.CliProblem.WrongUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What may be typed and what it means.
final class ParseCommandTest {
  private static final Measure MIXTURE =
      new Measure(
          Path.of("docs"),
          List.of(0.0, 0.35, 1.0),
          List.of(50, 100),
          List.of(200),
          Optional.of(Path.of("a.svg")));

  private static final String ANCHOR = "00000000-0000-0000-0000-000000000007/12:" + "0a".repeat(32);

  static Stream<Arguments> meanings() {
    return Stream.of(
        typed("", new Command.Serve()),
        typed("serve", new Command.Serve()),
        typed("migrate", new Command.Migrate()),
        typed("reseal", new Command.Reseal()),
        typed("audit verify", new Command.VerifyAudit(List.of())),
        typed("audit verify " + ANCHOR, new Command.VerifyAudit(List.of(ANCHOR))),
        typed("rollback", new Command.Rollback(OptionalInt.empty())),
        typed("rollback 7", new Command.Rollback(OptionalInt.of(7))),
        typed("rollback 0", new Command.Rollback(OptionalInt.of(0))),
        typed("usage rebuild", new Command.RebuildUsage()),
        typed("config check", new Command.CheckConfig()),
        typed("eval figures/squad", new Command.Eval(Measure.of(Path.of("figures/squad")))),
        typed(
            "eval docs --weights 0,0.35,1 --candidates=50,100 --tokens 200 --chart a.svg",
            new Command.Eval(MIXTURE)),
        typed("ingest docs", new Command.Ingest(List.of("docs"))),
        typed(
            "ingest a.md https://x.org/b", new Command.Ingest(List.of("a.md", "https://x.org/b"))),
        typed("ingest -- -odd-.md", new Command.Ingest(List.of("-odd-.md"))),
        typed("ask why?", new Command.Ask("why?", false)),
        typed("ask how do I start it", new Command.Ask("how do I start it", false)),
        typed("ask --json why", new Command.Ask("why", true)),
        typed("ask why --json", new Command.Ask("why", true)),
        typed("ask -- --json what is it", new Command.Ask("--json what is it", false)),
        typed("ask - why", new Command.Ask("- why", false)),
        typed("search actors", new Command.Search("actors", "hybrid", 8)),
        typed("search actors --mode text", new Command.Search("actors", "text", 8)),
        typed("search --mode=vectors a b", new Command.Search("a b", "vectors", 8)),
        typed("search a --limit 50", new Command.Search("a", "hybrid", 50)),
        typed("search a --limit=1", new Command.Search("a", "hybrid", 1)),
        typed("help", new Command.Help()),
        typed("--help", new Command.Help()),
        typed("-h", new Command.Help()),
        typed("ask --help", new Command.Help()),
        typed("--version", new Command.Version()),
        typed("-V", new Command.Version()));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void knowsWhatIsMeant(List<String> arguments, Command meant) {
    assertEquals(meant, ParseCommand.of(arguments));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        wrong("frobnicate", "There is no command frobnicate."),
        wrong("serve now", "now is too much here."),
        wrong("serve --port 1", "There is no option --port here."),
        wrong("audit", "After audit comes verify."),
        wrong("audit verify 7", "7 is no anchor: WORKSPACE/NUMBER:HASH."),
        wrong("rollback 1 2", "rollback takes one version."),
        wrong("rollback V7", "The version is a number from 0 to 2147483647, not V7."),
        wrong(
            "rollback 2147483648", "The version is a number from 0 to 2147483647, not 2147483648."),
        wrong("config", "After config comes check."),
        wrong("config chekc", "After config comes check."),
        wrong("eval", "eval needs a folder."),
        wrong("eval a b", "eval takes one folder."),
        wrong("eval a --weights 2", "--weights are numbers from 0 to 1 such as 0.3,0.5, not 2."),
        wrong("eval a --tokens 400,7", "--tokens is a number from 50 to 8000, not 7."),
        wrong("ingest", "ingest needs a file, a folder or an address."),
        wrong("ingest --all docs", "There is no option --all here."),
        wrong("ask", "ask needs a question."),
        wrong("ask --json", "ask needs a question."),
        wrong("ask --josn why", "There is no option --josn here."),
        wrong("search", "search needs words to look for."),
        wrong("search a --mode fast", "--mode is hybrid, text or vectors, not fast."),
        wrong("search a --mode", "--mode needs a value."),
        wrong("search a --limit 0", "--limit is a number from 1 to 50, not 0."),
        wrong("search a --limit 51", "--limit is a number from 1 to 50, not 51."),
        wrong("search a --limit many", "--limit is a number from 1 to 50, not many."));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesTheRestInPlainWords(List<String> arguments, String words) {
    var refused = assertThrows(WrongUse.class, () -> ParseCommand.of(arguments));

    assertEquals(words, refused.words());
  }

  @ParameterizedTest
  @MethodSource("blanks")
  void refusesWordsThatAreBlank(List<String> arguments) {
    assertThrows(WrongUse.class, () -> ParseCommand.of(arguments));
  }

  static Stream<List<String>> blanks() {
    return Stream.of(List.of("ask", "  "), List.of("search", ""), List.of("ingest", ""));
  }

  private static Arguments typed(String line, Command meant) {
    return Arguments.of(split(line), meant);
  }

  private static Arguments wrong(String line, String words) {
    return Arguments.of(split(line), words);
  }

  private static List<String> split(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }
}
