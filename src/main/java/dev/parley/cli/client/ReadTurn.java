package dev.parley.cli.client;

import dev.parley.cli.client.TurnEvent.Started;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Interruption.Wish;
import dev.parley.cli.process.Surroundings;
import dev.parley.platform.http.HttpProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks and follows the answer to its end. A connection that is lost on the way is taken up again
/// behind the last event that came, so that no piece is missing and none comes twice.
public final class ReadTurn {
  /// Tries in a row that bring nothing new.
  private static final int TRIES = 5;

  private static final Duration FIRST_WAIT = Duration.ofMillis(300);

  private final Server server;
  private final Surroundings around;
  private final Consumer<TurnEvent> reader;
  private volatile @Nullable Started started; // the interruption reads it
  private long lastId;
  private int tries;

  private ReadTurn(Server server, Surroundings around, Consumer<TurnEvent> reader) {
    this.server = server;
    this.around = around;
    this.reader = reader;
  }

  /// Tells `reader` every event in order, the last one included. An interruption stops the answer
  /// on the server too.
  public static void follow(
      Server server, String query, Surroundings around, Consumer<TurnEvent> reader) {
    new ReadTurn(server, around, reader).run(query);
  }

  private void run(String query) {
    try (var _ = wish()) {
      var events = Optional.of(server.askAloud(query));
      while (events.isEmpty() || !ended(events.get())) {
        events = again();
      }
    }
  }

  private Wish wish() {
    return around
        .interruption()
        .wish(() -> {
          var turn = started;
          if (turn != null) {
            server.cancel(turn.turnId());
          }
        });
  }

  /// Reads on until the last event, or until the connection is lost.
  private boolean ended(EventReader events) {
    try (events) {
      for (var event = events.next(); event.isPresent(); event = events.next()) {
        if (told(event.get())) {
          return true;
        }
      }
    } catch (IOException _) {
      // Whether cut or ended too early: the turn goes on without us, and so do we.
    } catch (HttpProblem.Unreadable e) {
      throw new CliProblem.Failed("The answer cannot be read. " + e.detail());
    }
    return false;
  }

  private boolean told(SseFrame event) {
    if (event.id() != 0 && event.id() <= lastId) {
      return false;
    }
    if (event.id() != 0) {
      lastId = event.id();
      tries = 0;
    }
    var meant = TurnEvent.of(event);
    if (meant instanceof Started beginning) {
      started = beginning;
    }
    reader.accept(meant);
    return meant.last();
  }

  private Optional<EventReader> again() {
    var turn = started;
    if (turn == null) {
      throw new CliProblem.Unreachable(
          "The connection was lost before the answer began. Ask again.", null);
    }
    if (tries == TRIES) {
      throw new CliProblem.Unreachable(
          "The connection was lost and "
              + TRIES
              + " tries to take it up again failed. The whole answer will be in conversation "
              + turn.conversationId()
              + ".",
          null);
    }
    around.time().pause(FIRST_WAIT.multipliedBy(1L << tries));
    tries++;
    return taken(turn);
  }

  private Optional<EventReader> taken(Started turn) {
    try {
      return Optional.of(server.events(turn.turnId(), lastId));
    } catch (CliProblem.Unreachable _) {
      return Optional.empty();
    } catch (CliProblem.Refused refused) {
      if (refused.status() < 500 && !refused.busy()) {
        throw refused;
      }
      return Optional.empty();
    }
  }
}
