package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.turn.TurnStore.NewTurn;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.postgres.DatabaseProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Owns the turns that run in this process: starts their stories, stores their logs once a second,
/// holds their leases, and ends the turns whose owner has died.
public final class TurnRunner {
  private static final Log LOG = Log.of(TurnRunner.class);
  static final Duration LEASE = Duration.ofSeconds(6);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration SUMMARY_DRAIN = Duration.ofSeconds(1);
  private static final long EPOCH = 1;

  private final Map<UUID, LiveTurn> live = new ConcurrentHashMap<>();
  private final Stories stories;
  private final TurnStore turns;
  private final TurnStory story;
  private final SummaryStory summaries;
  private final String owner;
  private final InstantSource clock;

  /// @param owner names this process in leases
  public TurnRunner(
      Stories stories,
      TurnStore turns,
      TurnStory story,
      SummaryStory summaries,
      String owner,
      InstantSource clock) {
    this.stories = stories;
    this.turns = turns;
    this.story = story;
    this.summaries = summaries;
    this.owner = owner;
    this.clock = clock;
  }

  String owner() {
    return owner;
  }

  /// Stores a question and begins to answer it. Completes when the question is stored; nothing is
  /// stored when there is no room for another turn.
  Future<LiveTurn> begin(LiveTurn turn, NewTurn row) {
    Promise<LiveTurn> stored = Promise.promise();
    stories
        .start(() -> {
          live.put(turn.id(), turn);
          try {
            if (store(turn, row, stored)) {
              story.tell(turn);
              summaries.after(turn);
            }
          } finally {
            live.remove(turn.id());
          }
          return turn;
        })
        .onFailure(stored::tryFail);
    return stored.future();
  }

  private boolean store(LiveTurn turn, NewTurn row, Promise<LiveTurn> stored) {
    try {
      var _ = turns.begin(turn.call(), row).await(STEP.toMillis(), TimeUnit.MILLISECONDS);
      stored.complete(turn);
      return true;
    } catch (DatabaseProblem.Conflict conflict) {
      stored.fail(
          conflict.constraint().equals("turn_running") ? new ChatProblem.TurnConflict() : conflict);
    } catch (Exception e) {
      stored.fail(e);
    }
    return false;
  }

  /// The turn, if it runs in this process.
  Optional<LiveTurn> find(UUID turn) {
    return Optional.ofNullable(live.get(turn));
  }

  /// Called every second: stores what the logs have gained and holds the leases.
  public void beat() {
    live.values().forEach(turn -> turn.checkpoint(turns, EPOCH));
    live.values().stream()
        .map(turn -> turn.call().workspace())
        .collect(Collectors.toSet())
        .forEach(workspace ->
            turns
                .renewLeases(asParley(workspace), owner, clock.instant().plus(LEASE))
                .onFailure(failure -> LOG.warning("leases not renewed", "cause", failure)));
  }

  /// Called every few seconds: ends the turns whose owner is gone, with what they had written.
  public void endOrphans() {
    turns
        .expired(asParley(new WorkspaceId(new UUID(0, 0))), clock.instant())
        .onSuccess(orphans -> orphans.forEach(this::end))
        .onFailure(failure -> LOG.warning("orphaned turns not found", "cause", failure));
  }

  private void end(OrphanedTurn orphan) {
    var call = asParley(new WorkspaceId(orphan.workspace()));
    turns
        .log(call, orphan.turnId(), 0)
        .compose(
            events -> turns.finish(call, orphan.ended(events, interrupted(call), clock.instant())))
        .onSuccess(ended -> LOG.info(call, "orphaned turn ended", "turn", orphan.turnId()))
        .onFailure(failure -> LOG.error(call, "orphaned turn not ended", failure));
  }

  /// Ends every running turn as far as the limit allows; blocks.
  public void drain(Duration limit) throws InterruptedException {
    stories.drain(limit);
    summaries.drain(SUMMARY_DRAIN);
  }

  private static ProblemBody interrupted(Call call) {
    return ProblemBody.of(new ChatProblem.Interrupted(), call.id(), "/api/v1/chat/turns");
  }

  private Call asParley(WorkspaceId workspace) {
    return new Call("turns-" + owner, new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }
}
