package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/// The wait of an answer for its entry in the ledger. An answer is not held up for ever by a
/// database that is away: after two seconds it goes on, and the entry waits for it. On the event
/// loop of the call, whose own timer watches: one of a future without a context would be kept by a
/// thread of its own.
final class LedgerWait {
  private static final Log LOG = Log.of(LedgerWait.class);
  private static final long LONGEST_MS = 2_000;

  private LedgerWait() {}

  /// Runs `next` on that context, the current one, once, and never before this returns.
  static void then(Vertx vertx, Context context, Call call, Future<Void> durable, Runnable next) {
    if (durable.succeeded()) {
      context.runOnContext(_ -> next.run());
      return;
    }
    var late = vertx.setTimer(LONGEST_MS, _ -> late(call, "it takes more than two seconds", next));
    var _ =
        durable.onComplete((_, failure) ->
            context.runOnContext(_ -> {
              var isFirst = vertx.cancelTimer(late);
              if (isFirst && failure != null) {
                late(call, failure, next);
              } else if (isFirst) {
                next.run();
              }
            }));
  }

  private static void late(Call call, Object cause, Runnable next) {
    LOG.warning(call, "usage is not durable yet", "cause", cause);
    next.run();
  }
}
