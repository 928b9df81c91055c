package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.WrongConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Which command does what, and what the shell is told.
final class CliTest {
  private final Asked asked = new Asked();

  @ParameterizedTest
  @CsvSource({
    "serve, serve",
    "migrate, migrate",
    "rollback, rollback OptionalInt.empty",
    "rollback 3, rollback OptionalInt[3]",
    "reseal, reseal",
    "eval figures, eval figures",
    "config check, config check"
  })
  void givesWorkOfThisProcessToTheProcess(String line, String given) {
    var code = typed().run(line.split(" "));

    assertEquals(ExitCode.OK, code);
    assertEquals(List.of(given), asked.given);
  }

  @Test
  void servesWhenNothingIsTyped() {
    var code = typed().run();

    assertEquals(ExitCode.OK, code);
    assertEquals(List.of("serve"), asked.given);
  }

  @ParameterizedTest
  @EnumSource
  void endsAsTheWorkEnded(ExitCode end) {
    asked.ending(end);

    assertEquals(end, typed().run("migrate"));
  }

  @Test
  void numbersItsEndsAsShellsExpect() {
    assertEquals(
        List.of(0, 1, 2, 78), List.of(ExitCode.values()).stream().map(ExitCode::number).toList());
  }

  @Test
  void tellsWrongUseOnStandardError() {
    var typed = typed();

    assertEquals(ExitCode.WRONG_USE, typed.run("servee"));
    assertEquals(
        "parley: There is no command servee.\nparley --help names the commands.\n", typed.err());
    assertEquals("", typed.out());
    assertEquals(List.of(), asked.given);
  }

  @Test
  void tellsEveryFaultOfTheConfiguration() {
    var typed =
        new Typed(
            commandsFailingWith(new WrongConfiguration(List.of("http.port: 70000", "db: none"))));

    assertEquals(ExitCode.WRONG_CONFIGURATION, typed.run("serve"));
    assertEquals("http.port: 70000\ndb: none\n", typed.err());
  }

  @Test
  void tellsTheCausesOfAnUnexpectedFailure() {
    var cause = new IllegalArgumentException("the port is taken");
    var typed = new Typed(commandsFailingWith(new IllegalStateException("api", cause)));

    assertEquals(ExitCode.FAILED, typed.run("serve"));
    assertEquals("parley: api: the port is taken\n", typed.err());
  }

  @ParameterizedTest
  @CsvSource({"ftp://example.org", "localhost:8000", "http://", "http://a b", "http://x/?q=1"})
  void refusesAnAddressThatIsNone(String url) {
    var typed = typed();
    typed.environment.put("PARLEY_URL", url);

    assertEquals(ExitCode.WRONG_CONFIGURATION, typed.run("ask", "why"));
    assertTrue(typed.err().startsWith("parley: PARLEY_URL is no address of a server"), typed.err());
  }

  @Test
  void refusesAKeyThatWouldBreakTheRequest() {
    var typed = typed();
    typed.environment.put("PARLEY_KEY", "pk_1\r\nX: y");

    assertEquals(ExitCode.WRONG_CONFIGURATION, typed.run("ask", "why"));
    assertEquals("parley: PARLEY_KEY holds characters that no key has.\n", typed.err());
  }

  @Test
  void printsItsCommands() {
    var typed = typed();

    assertEquals(ExitCode.OK, typed.run("--help"));
    for (var command : List.of("serve", "ingest", "ask", "search", "eval", "migrate", "rollback")) {
      assertTrue(typed.out().contains(command), command);
    }
    assertEquals("", typed.err());
  }

  @Test
  void printsItsVersion() {
    var typed = typed();

    assertEquals(ExitCode.OK, typed.run("--version"));
    assertTrue(typed.out().startsWith("parley "), typed.out());
  }

  private Typed typed() {
    return new Typed(
        asked.commands(() -> {
          throw new AssertionError("no server was to be started");
        }));
  }

  private static Commands commandsFailingWith(RuntimeException failure) {
    var all = Asked.nothing();
    return new Commands(
        () -> {
          throw failure;
        },
        all.migrate(),
        all.rollback(),
        all.reseal(),
        all.eval(),
        all.checkConfig(),
        all.verifyAudit(),
        all.rebuildUsage(),
        all.server(),
        all.readable());
  }
}
