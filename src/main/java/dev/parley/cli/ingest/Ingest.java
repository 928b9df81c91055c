package dev.parley.cli.ingest;

import dev.parley.cli.client.Server;
import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Printable;
import dev.parley.cli.process.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// Sends files and addresses and stays until the server has read and embedded them all.
public final class Ingest {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// How long the server may get nothing done.
  private static final Duration STANDSTILL = Duration.ofMinutes(15);

  private final Server server;
  private final Surroundings around;
  private final Sources sources;
  private final Board board;
  private final ProgressView view;
  private final Duration begun;

  private Ingest(Server server, Surroundings around, Sources sources) {
    this.server = server;
    this.around = around;
    this.sources = sources;
    this.board = new Board(sources);
    this.view = new ProgressView(around.terminal());
    this.begun = around.time().elapsed();
  }

  /// What is to be sent. Throws [CliProblem.WrongUse] for a place that is none.
  ///
  /// @param places files, folders and addresses
  /// @param readable whether Parley reads files of this name
  public static Plan plan(List<String> places, Predicate<String> readable) {
    var sources = FindSources.in(places, readable);
    if (sources.count() == 0 && sources.faults().isEmpty()) {
      throw new CliProblem.Failed(
          "There is nothing to send: %s of a kind that Parley does not read, %d hidden."
              .formatted(Printable.count(sources.unreadable(), "file"), sources.hidden()));
    }
    return (server, around) -> new Ingest(server, around, sources).run();
  }

  /// Something that can be sent to a server.
  @FunctionalInterface
  public interface Plan {
    /// Sends it, waits for the end and prints what came of it. Whether nothing failed.
    boolean run(Server server, Surroundings around);
  }

  private boolean run() {
    var largest = server.view().uploadLimitBytes();
    try (var runner = new UploadRunner(server, board, largest);
        var _ = around.interruption().wish(this::stopped)) {
      runner.start(sources);
      follow(runner);
    } catch (CliProblem problem) {
      view.leave();
      remind();
      throw problem;
    }
    view.leave();
    var end = board.progress();
    Summary.print(end, sources, elapsed(), around.terminal());
    return end.faults().isEmpty();
  }

  private void follow(UploadRunner runner) {
    var follow = new FollowDocuments(server, board);
    var before = board.progress();
    var moved = elapsed();
    while (true) {
      var sent = runner.finished();
      var looked = elapsed();
      follow.look();
      var now = board.progress();
      view.show(now, elapsed());
      if (sent && now.done() == now.total()) {
        return;
      }
      if (!sent || !now.equals(before)) { // sending has deadlines of its own
        moved = elapsed();
      }
      refuseStandstill(moved);
      before = now;
      around.time().pause(pauseAfter(elapsed().minus(looked)));
    }
  }

  /// A tenth of the time goes into looking, at most.
  private static Duration pauseAfter(Duration look) {
    var wait = look.multipliedBy(9);
    if (wait.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  private void refuseStandstill(Duration moved) {
    if (elapsed().minus(moved).compareTo(STANDSTILL) > 0) {
      var names = board.waitingNames();
      throw new CliProblem.Failed(
          "Nothing has moved for %d minutes. Still not done: %s, among them %s."
              .formatted(
                  STANDSTILL.toMinutes(),
                  Printable.count(names.size(), "page"),
                  String.join(", ", names.stream().limit(3).toList())));
    }
  }

  private void stopped() {
    view.leave();
    remind();
  }

  private void remind() {
    var now = board.progress();
    around
        .terminal()
        .note(
            "%d of %d were sent and %d are done. The same command again goes on from there: what the server has is not sent twice."
                .formatted(now.sent(), now.total(), now.done()));
  }

  private Duration elapsed() {
    return around.time().elapsed().minus(begun);
  }
}
