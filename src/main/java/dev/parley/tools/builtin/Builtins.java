package dev.parley.tools.builtin;

import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.Outcome;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Uses built-in tools. Safe from any thread.
public final class Builtins {
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("EEEE, yyyy-MM-dd HH:mm:ss xxx '('VV')'", Locale.ENGLISH);

  private final InstantSource clock;

  public Builtins(InstantSource clock) {
    this.clock = clock;
  }

  /// @param abilities of which `builtin` is one
  public Future<Outcome> use(Builtin builtin, Arguments arguments, Abilities abilities) {
    return switch (builtin) {
      case SEARCH -> abilities.search(text(arguments, "query")).map(Outcome::ok);
      case HAND_OVER -> abilities.handOver(text(arguments, "reason")).map(Outcome::ok);
      case TIME -> Future.succeededFuture(time(text(arguments, "zone")));
      case CALCULATOR -> Future.succeededFuture(calculated(text(arguments, "expression")));
    };
  }

  private Outcome time(String zone) {
    try {
      var at = ZoneId.of(zone.isBlank() ? "UTC" : zone);
      return Outcome.ok(SAID.format(clock.instant().atZone(at)));
    } catch (DateTimeException _) {
      return Outcome.failed("There is no such time zone. Give one such as Europe/Berlin.");
    }
  }

  private static Outcome calculated(String expression) {
    try {
      return Outcome.ok(Calculate.of(expression));
    } catch (ArithmeticException e) {
      return Outcome.failed("It cannot be calculated: " + e.getMessage() + ".");
    }
  }

  private static String text(Arguments arguments, String name) {
    return arguments.tree().path(name).asText("");
  }
}
