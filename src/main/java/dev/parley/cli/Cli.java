package dev.parley.cli;

import dev.parley.cli.answer.Ask;
import dev.parley.cli.answer.Search;
import dev.parley.cli.client.Server;
import dev.parley.cli.ingest.Ingest;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Interruption;
import dev.parley.cli.process.Surroundings;
import dev.parley.cli.process.Terminal;
import dev.parley.cli.process.Time;
import dev.parley.platform.config.ProcessEnvironment;
import dev.parley.platform.config.WrongConfiguration;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/// The command line: every way to start the product goes through here.
public final class Cli {
  private static final Log LOG = Log.of(Cli.class);
  private static final String USUAL = "http://localhost:8000";

  private final Commands commands;
  private final Map<String, String> environment;
  private final Surroundings around;
  private final String usual;
  private final String boundary;

  /// @param usual where the server of this machine is
  /// @param boundary a text that stands in no file
  Cli(
      Commands commands,
      Map<String, String> environment,
      Surroundings around,
      String usual,
      String boundary) {
    this.commands = commands;
    this.usual = usual;
    this.environment = environment;
    this.around = around;
    this.boundary = boundary;
  }

  /// The command line of this process, which ends a command cleanly on Ctrl-C.
  public static Cli ofProcess(Commands commands, Ids ids) {
    var environment = ProcessEnvironment.variables();
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::happen, "interruption"));
    var around = new Surroundings(Terminal.ofProcess(environment), Time.real(), interruption);
    return new Cli(commands, environment, around, USUAL, "parley-" + ids.next());
  }

  /// Does what the arguments say and prints what comes of it. Blocks until it is done, and never
  /// throws.
  public ExitCode run(String... arguments) {
    try {
      return obey(ParseCommand.of(List.of(arguments)));
    } catch (CliProblem problem) {
      return told(problem);
    } catch (WrongConfiguration wrong) {
      wrong.faults().forEach(around.terminal()::note);
      return ExitCode.WRONG_CONFIGURATION;
    } catch (RuntimeException unexpected) {
      LOG.error("command failed", unexpected);
      around.terminal().note("parley: " + causes(unexpected));
      return ExitCode.FAILED;
    }
  }

  private ExitCode obey(Command command) {
    return switch (command) {
      case Command.Serve _ -> commands.serve().run();
      case Command.Migrate _ -> commands.migrate().run();
      case Command.Rollback(var version) -> commands.rollback().run(version);
      case Command.Reseal _ -> commands.reseal().run();
      case Command.Eval(var measure) -> commands.eval().run(measure);
      case Command.VerifyAudit(var anchors) -> commands.verifyAudit().run(anchors);
      case Command.RebuildUsage _ -> commands.rebuildUsage().run();
      case Command.CheckConfig _ -> commands.checkConfig().run();
      case Command.Ingest(var places) -> ingest(Ingest.plan(places, commands.readable()));
      case Command.Ask(var question, var json) -> with(server -> ask(server, question, json));
      case Command.Search search -> with(server -> search(server, search));
      case Command.Help _ -> print(Usage.PAGE.stripTrailing());
      case Command.Version _ -> print("parley " + version());
    };
  }

  private ExitCode ingest(Ingest.Plan plan) {
    return with(server -> plan.run(server, around) ? ExitCode.OK : ExitCode.FAILED);
  }

  private ExitCode ask(Server server, String question, boolean json) {
    if (json) {
      Ask.asJson(server, question, around.terminal());
    } else {
      Ask.aloud(server, question, around);
    }
    return ExitCode.OK;
  }

  private ExitCode search(Server server, Command.Search search) {
    Search.print(server, search.query(), search.mode(), search.limit(), around.terminal());
    return ExitCode.OK;
  }

  private ExitCode with(Function<Server, ExitCode> work) {
    try (var connection =
        Connection.open(environment, around, commands.server(), usual, boundary)) {
      return work.apply(connection.server());
    }
  }

  private ExitCode print(String text) {
    around.terminal().line(text);
    return ExitCode.OK;
  }

  private ExitCode told(CliProblem problem) {
    if (!around.interruption().happened() && !(problem instanceof CliProblem.Stopped)) {
      around.terminal().note("parley: " + problem.words());
      hint(problem).ifPresent(around.terminal()::note);
    }
    return switch (problem) {
      case CliProblem.WrongUse _ -> ExitCode.WRONG_USE;
      case CliProblem.WrongSetting _ -> ExitCode.WRONG_CONFIGURATION;
      case CliProblem.Refused _,
          CliProblem.Unreachable _,
          CliProblem.Failed _,
          CliProblem.Stopped _ ->
          ExitCode.FAILED;
    };
  }

  private static Optional<String> hint(CliProblem problem) {
    return switch (problem) {
      case CliProblem.WrongUse _ -> Optional.of("parley --help names the commands.");
      case CliProblem.Refused refused when refused.status() == 401 ->
          Optional.of("Set PARLEY_KEY to an API key of the server.");
      default -> Optional.empty();
    };
  }

  private static String causes(Throwable failure) {
    var words = new StringJoiner(": ");
    for (Throwable at = failure; at != null && words.length() < 2000; at = at.getCause()) {
      words.add(at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage());
    }
    return words.toString();
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Cli.class.getPackage().getImplementationVersion(), "(not built into a jar)");
  }
}
