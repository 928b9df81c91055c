package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.turn.LiveTurn.Checkpoint;
import dev.parley.chat.turn.TurnStore.NewTurn;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.platform.postgres.DatabaseProblem;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// Owns the turns that run in this process: starts their stories, stores their logs once a second,
/// holds their leases, and stops those that somebody wants stopped. A turn whose lease went to
/// another replica is let go.
public final class TurnRunner {
  private static final Log LOG = Log.of(TurnRunner.class);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int LOGS_AT_ONCE = 100;
  private static final Duration SUMMARY_DRAIN = Duration.ofSeconds(1);
  private static final WorkspaceId EVERY_WORKSPACE = new WorkspaceId(new UUID(0, 0));

  private final Map<UUID, LiveTurn> live = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final Stories stories;
  private final TurnStore turns;
  private final LeaseStore leases;
  private final TurnStory story;
  private final SummaryStory summaries;
  private final String owner;
  private final InstantSource clock;

  /// @param owner names this process in leases
  public TurnRunner(
      Stories stories,
      TurnStore turns,
      LeaseStore leases,
      TurnStory story,
      SummaryStory summaries,
      String owner,
      InstantSource clock) {
    this.stories = stories;
    this.turns = turns;
    this.leases = leases;
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
              tell(turn);
            }
          } finally {
            live.remove(turn.id(), turn);
          }
          return turn;
        })
        .onFailure(stored::tryFail);
    return stored.future();
  }

  private boolean store(LiveTurn turn, NewTurn row, Promise<LiveTurn> stored) {
    try {
      turn.stored(turns.begin(turn.call(), row).await(STEP.toMillis(), TimeUnit.MILLISECONDS));
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

  /// Runs a story that may become a turn of this process, where there is room for one.
  Future<?> start(Callable<?> taking) {
    return stories.start(taking).onFailure(e -> LOG.warning("turn not taken over", "cause", e));
  }

  /// Answers a turn that another owner began. On a virtual thread.
  void goOn(LiveTurn turn) {
    live.put(turn.id(), turn);
    try {
      turn.stored();
      tell(turn);
    } finally {
      live.remove(turn.id(), turn);
    }
  }

  private void tell(LiveTurn turn) {
    story.tell(turn);
    if (!turn.isLost()) {
      summaries.after(turn);
    }
  }

  /// The turn, if it runs in this process.
  Optional<LiveTurn> find(UUID turn) {
    return Optional.ofNullable(live.get(turn));
  }

  /// Stops what is written in a conversation in this process.
  public void stop(UUID conversation) {
    live.values().stream()
        .filter(turn -> turn.turn().conversationId().equals(conversation))
        .forEach(LiveTurn::cancel);
  }

  /// Called every second: stores what the logs have gained and holds the leases.
  public void beat() {
    live.values().stream()
        .filter(LiveTurn::isStored)
        .collect(Collectors.groupingBy(turn -> turn.call().workspace()))
        .forEach((workspace, held) -> {
          checkpoint(workspace, held);
          leases
              .renew(asParley(workspace), owner)
              .onSuccess(still -> letGo(held, still))
              .onFailure(failure -> LOG.warning("leases not renewed", "cause", failure));
        });
  }

  /// A hundred logs in a transaction: one for each would be thousands of them a second.
  private void checkpoint(WorkspaceId workspace, List<LiveTurn> held) {
    var fresh = held.stream().map(LiveTurn::checkpoint).flatMap(Optional::stream).toList();
    for (var from = 0; from < fresh.size(); from += LOGS_AT_ONCE) {
      var some = fresh.subList(from, Math.min(from + LOGS_AT_ONCE, fresh.size()));
      turns
          .append(asParley(workspace), some.stream().map(Checkpoint::segment).toList())
          .onFailure(failure -> LOG.warning("logs not stored yet", "cause", failure))
          .onComplete(end -> some.forEach(one -> goOn(one, end)));
    }
  }

  private static void goOn(Checkpoint stored, AsyncResult<Set<UUID>> going) {
    stored.goesOn().handle(going.map(turns -> turns.contains(stored.segment().turn())));
  }

  /// Those that have ended meanwhile are not held any more either, which does them no harm. Nor are
  /// those that are being ended: the statement that ends one says whose it was.
  private void letGo(List<LiveTurn> held, Set<UUID> still) {
    for (var turn : held) {
      if (!still.contains(turn.id()) && !turn.isEnding() && live.remove(turn.id(), turn)) {
        LOG.warning(turn.call(), "turn belongs to another owner", "turn", turn.id());
        turn.lose();
      }
    }
  }

  /// Called a few times a second: stops the turns that somebody stopped at another replica.
  public void stopCancelled() {
    if (live.isEmpty() || !looking.compareAndSet(false, true)) {
      return;
    }
    leases
        .toCancel(asParley(EVERY_WORKSPACE), owner)
        .onSuccess(ids -> ids.forEach(id -> find(id).ifPresent(LiveTurn::cancel)))
        .onFailure(failure -> LOG.warning("turns to stop not found", "cause", failure))
        .onComplete(_ -> looking.set(false));
  }

  /// Ends every running turn as far as the limit allows; those that still run then are left for
  /// another replica, or for this one when it is back. Blocks.
  public void drain(Duration limit) throws InterruptedException {
    stories.drain(limit, this::handOver);
    summaries.drain(SUMMARY_DRAIN);
  }

  private void handOver() {
    var left = live.values().stream().filter(LiveTurn::isStored).toList();
    left.stream()
        .collect(Collectors.groupingBy(turn -> turn.call().workspace()))
        .forEach(this::checkpoint);
    for (var turn : left) {
      LOG.info(turn.call(), "turn is left to another owner", "turn", turn.id());
      settled(turn.lastCheckpoint());
      turn.lose();
    }
    left.stream()
        .map(turn -> turn.call().workspace())
        .distinct()
        .forEach(workspace -> settled(leases.release(asParley(workspace), owner)));
  }

  private static void settled(Future<?> step) {
    try {
      var _ = step.otherwiseEmpty().await(STEP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      LOG.warning("turn not handed over; its lease ends by itself", "cause", e);
    }
  }

  private Call asParley(WorkspaceId workspace) {
    return new Call("turns-" + owner, new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }
}
