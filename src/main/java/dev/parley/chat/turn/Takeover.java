package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.turn.LeaseStore.Taken;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Takes over the turns whose owner is gone. The answer is begun anew, for as long as the question
/// may take and not more than a few times; a turn that cannot be begun anew ends with what was
/// stored of it.
public final class Takeover {
  private static final Log LOG = Log.of(Takeover.class);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 3;
  private static final int AT_ONCE = 8;

  private final Set<UUID> taking = ConcurrentHashMap.newKeySet();
  private final Semaphore few = new Semaphore(AT_ONCE); // the database serves others too
  private final TurnStore turns;
  private final LeaseStore leases;
  private final TurnRunner runner;
  private final ChatConfig config;
  private final InstantSource clock;

  public Takeover(
      TurnStore turns,
      LeaseStore leases,
      TurnRunner runner,
      ChatConfig config,
      InstantSource clock) {
    this.turns = turns;
    this.leases = leases;
    this.runner = runner;
    this.config = config;
    this.clock = clock;
  }

  /// Called every second.
  ///
  /// @param context event loop on which the answers will come in
  public void look(Context context) {
    leases
        .expired(asParley(new WorkspaceId(new UUID(0, 0))))
        .onSuccess(orphans -> orphans.forEach(orphan -> begin(orphan, context)))
        .onFailure(failure -> LOG.warning("orphaned turns not found", "cause", failure));
  }

  private void begin(OrphanedTurn orphan, Context context) {
    if (taking.add(orphan.turnId())) {
      runner.start(() -> goOn(orphan, context)).onComplete(_ -> taking.remove(orphan.turnId()));
    }
  }

  private boolean goOn(OrphanedTurn orphan, Context context) throws Exception {
    few.acquire();
    Optional<LiveTurn> live;
    try {
      live = take(orphan, context);
    } finally {
      few.release();
    }
    live.ifPresent(runner::goOn);
    return live.isPresent();
  }

  private Optional<LiveTurn> take(OrphanedTurn orphan, Context context) throws Exception {
    var call = asParley(new WorkspaceId(orphan.workspace()));
    var taken = await(leases.take(call, orphan, runner.owner()));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    var owned = taken.get();
    var stored = await(turns.find(call, orphan.turnId()));
    if (stored.isEmpty()) {
      return Optional.empty(); // its conversation was deleted
    }
    var turn = stored.get().turn();
    var until = new Deadline(turn.createdAt().plus(config.turnTimeout()));
    var asker = owned.asker();
    if (asker == null || orphan.attempt() >= MOST_ATTEMPTS || until.left(clock).isZero()) {
      end(call, orphan, owned);
      return Optional.empty();
    }
    LOG.info(call, "turn taken over", "turn", turn.id(), "attempt", turn.attempt());
    var live =
        new LiveTurn(
            asker.call(call.workspace(), turn.attempt(), until),
            turn,
            stored.get().question(),
            context,
            await(turns.log(call, turn.id(), 0)),
            owned.epoch());
    if (owned.cancelled()) {
      live.cancel();
    }
    return Optional.of(live);
  }

  private void end(Call call, OrphanedTurn orphan, Taken owned) throws Exception {
    var log = await(turns.log(call, orphan.turnId(), 0));
    var problem = ProblemBody.of(new ChatProblem.Interrupted(), call.id(), "/api/v1/chat/turns");
    var ended = orphan.ended(owned.epoch(), log, problem, clock.instant());
    LOG.info(call, "orphaned turn ended", "turn", orphan.turnId());
    var _ = await(turns.finish(call, ended));
  }

  private static <T> T await(Future<T> step) throws Exception {
    return step.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Call asParley(WorkspaceId workspace) {
    return new Call("takeover", new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }
}
