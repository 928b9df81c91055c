package dev.parley.metering.limit;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// How many tokens model calls may use, and how many of them may run at once. Safe from any thread.
public final class UsageLimits {
  private static final Entered FREE = new Entered();

  private final Limits limits;
  private volatile Map<WorkspaceId, List<UsageLimit>> known = Map.of();

  UsageLimits(Limits limits) {
    this.limits = limits;
  }

  /// Lets a call in, past every limit that holds for its caller, or past none. Fails with a
  /// [LimitProblem]. Complete at once where nothing has to be asked of Redis.
  ///
  /// @param tokens that it may use, input and output
  public Future<Entered> enter(Call call, String model, long tokens) {
    var own = known.get(call.workspace());
    if (own == null) {
      return Future.succeededFuture(FREE);
    }
    var entered = new Entered();
    var passed = Future.<Void>succeededFuture();
    for (var caller : Subject.of(call.caller())) {
      for (var limit : own) {
        if (limit.isFor(caller, model)) {
          passed = passed.compose(_ -> pass(entered, limit, limit.counted(caller), tokens));
        }
      }
    }
    return passed.map(entered).onFailure(_ -> entered.leave(0));
  }

  private Future<Void> pass(Entered entered, UsageLimit limit, String counted, long tokens) {
    return enter(entered, limit.concurrent(), counted)
        .compose(_ -> take(entered, limit, counted, tokens));
  }

  private Future<Void> enter(Entered entered, @Nullable Integer most, String counted) {
    if (most == null) {
      return Future.succeededFuture();
    }
    return limits
        .gate()
        .enter(counted, most)
        .compose(pass -> {
          pass.ifPresent(entered::add);
          return pass.isPresent()
              ? Future.succeededFuture()
              : Future.failedFuture(new LimitProblem.ConcurrencyLimited(most));
        });
  }

  private Future<Void> take(Entered entered, UsageLimit limit, String counted, long tokens) {
    var most = limit.tokens();
    if (most == null) {
      return Future.succeededFuture();
    }
    return limits
        .takeTokens(counted, tokens, most, limit.window())
        .compose(taken -> {
          if (!taken.allowed()) {
            return Future.failedFuture(new LimitProblem.TokensLimited(most, taken.until()));
          }
          entered.add(taken);
          return Future.succeededFuture();
        });
  }

  void put(List<UsageLimit> all) {
    known = Map.copyOf(all.stream().collect(groupingBy(UsageLimit::workspace)));
  }

  void renew() {
    limits.gate().renew();
  }

  /// A call that was let in.
  public static final class Entered {
    private final List<Gate.Pass> passes = new ArrayList<>();
    private final List<Tokens> tokens = new ArrayList<>();
    private final AtomicBoolean left = new AtomicBoolean();

    private Entered() {}

    private void add(Gate.Pass pass) {
      passes.add(pass);
    }

    private void add(Tokens taken) {
      tokens.add(taken);
    }

    /// The call has ended. Once; more calls change nothing.
    ///
    /// @param actual tokens that it used; 0 when it was not made
    public void leave(long actual) {
      if (left.compareAndSet(false, true)) {
        passes.forEach(Gate.Pass::close);
        tokens.forEach(taken -> taken.correct(actual));
      }
    }
  }
}
