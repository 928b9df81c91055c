package dev.parley;

import dev.parley.cli.ExitCode;
import dev.parley.cli.LocalServer;
import dev.parley.cli.Measure;
import dev.parley.platform.config.ProcessEnvironment;
import dev.parley.platform.lifecycle.FreePort;
import dev.parley.platform.lifecycle.ParentWatch;
import dev.parley.platform.lifecycle.Shutdown;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.observe.Logging;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.platform.postgres.Migrations;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the command line asks the process to do itself. Runs on the main thread and blocks.
final class LocalCommands {
  private static final String LOOPBACK = "127.0.0.1";

  private final InstantSource clock;
  private final PrintStream out = System.out;

  LocalCommands(InstantSource clock) {
    this.clock = clock;
  }

  /// Runs the server until the process is told to end.
  ExitCode serve() {
    var watch = Stopwatch.start();
    var config = configure(ProcessEnvironment.variables());
    try {
      var server = Server.start(config, clock);
      Shutdown.onStop("stop", server::stop);
      ParentWatch.start(() -> Shutdown.exit(ExitCode.OK.number()));
      out.println(Banner.of(config, server.welcome(), watch.millis()));
      server.awaitStopped();
      return ExitCode.OK;
    } catch (StartFault fault) {
      return told(fault);
    }
  }

  /// A server for one command of the command line, on ports of its own.
  LocalServer.Running lend() {
    var variables = new HashMap<>(ProcessEnvironment.variables());
    var port = FreePort.find();
    variables.put("HOST", LOOPBACK);
    variables.put("PORT", Integer.toString(port));
    variables.put("METRICS_PORT", "0");
    variables.putIfAbsent("LOG_LEVEL", "error");
    var server = Server.start(configure(variables), clock);
    var _ = server.welcome();
    return new LocalServer.Running(
        URI.create("http://%s:%d".formatted(LOOPBACK, port)), server::stop);
  }

  ExitCode migrate() {
    return migrations(steps -> {
      var taken = steps.up();
      out.println(taken.isEmpty() ? "The database is up to date." : "Migrated: " + taken);
      return ExitCode.OK;
    });
  }

  /// @param version to go back to; empty for the one before the newest
  ExitCode rollback(OptionalInt version) {
    return migrations(steps -> {
      var taken = version.isPresent() ? steps.down(version.getAsInt()) : steps.downOne();
      out.println(taken.isEmpty() ? "There is nothing to take back." : "Took back: " + taken);
      return ExitCode.OK;
    });
  }

  /// Works beside a running server.
  ExitCode reseal() {
    var config = configure(quiet());
    try {
      return Resealing.run(config, clock, out) ? ExitCode.OK : ExitCode.FAILED;
    } catch (StartFault fault) {
      return told(fault);
    }
  }

  ExitCode checkConfig() {
    var _ = AppConfig.load(ProcessEnvironment.variables());
    out.println("The configuration is valid.");
    return ExitCode.OK;
  }

  /// Measures retrieval.
  ExitCode eval(Measure measure) {
    var config = configure(quiet());
    try {
      RetrievalEvaluation.run(measure, config, clock, out);
      return ExitCode.OK;
    } catch (IOException | TimeoutException | IllegalArgumentException e) {
      var folder = measure.folder();
      return told(new StartFault(folder + " cannot be evaluated: " + e.getMessage(), e));
    }
  }

  /// @param anchors `<workspace>/<seq>:<hash>`
  ExitCode verifyAudit(List<String> anchors) {
    var config = configure(quiet());
    try {
      return AuditVerification.run(config, clock, anchors, out) ? ExitCode.OK : ExitCode.FAILED;
    } catch (StartFault fault) {
      return told(fault);
    }
  }

  ExitCode rebuildUsage() {
    var config = configure(quiet());
    try {
      UsageRebuild.run(config, clock, out);
      return ExitCode.OK;
    } catch (StartFault fault) {
      return told(fault);
    }
  }

  private ExitCode migrations(Function<Migrations, ExitCode> work) {
    var config = configure(quiet());
    var vertx = Vertx.vertx();
    @Nullable EmbeddedPostgres embedded = null;
    try {
      embedded = Stores.embedded(config);
      return work.apply(Stores.migrations(vertx, config, embedded));
    } catch (StartFault fault) {
      return told(fault);
    } finally {
      if (embedded != null) {
        embedded.stop();
      }
      var _ = vertx.close();
    }
  }

  private static Map<String, String> quiet() {
    var variables = new HashMap<>(ProcessEnvironment.variables());
    variables.putIfAbsent("LOG_LEVEL", "error");
    return variables;
  }

  private static AppConfig configure(Map<String, String> variables) {
    var config = AppConfig.load(variables);
    Logging.configure(config.log().level().level(), config.log().json());
    return config;
  }

  private static ExitCode told(StartFault fault) {
    System.err.println("parley: " + fault.getMessage());
    return ExitCode.FAILED;
  }
}
