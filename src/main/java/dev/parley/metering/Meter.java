package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.metering.UsageEntry.Charge;
import dev.parley.metering.budget.BudgetProblem;
import dev.parley.metering.budget.Budgets;
import dev.parley.metering.budget.Escrow;
import dev.parley.metering.price.Cost;
import dev.parley.metering.price.Price;
import dev.parley.metering.price.Prices;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where every model call is paid: money is kept before it is made, and taken when it has ended.
/// Safe from any thread.
///
/// ```java
/// meter.begin(call, "openai", "gpt-4o", most)             // fails with a BudgetProblem
///     .onSuccess(running -> … running.end(entry) …)       // or running.notMade()
/// ```
public final class Meter {
  private static final Log LOG = Log.of(Meter.class);

  private final Prices prices;
  private final Budgets budgets;
  private final Ledger ledger;
  private final MeteringMetrics metrics;
  private final InstantSource clock;

  Meter(
      Prices prices, Budgets budgets, Ledger ledger, MeteringMetrics metrics, InstantSource clock) {
    this.prices = prices;
    this.budgets = budgets;
    this.ledger = ledger;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Keeps the money for one attempt, where the caller has a budget. Complete at once unless a
  /// slice of the budget has to be fetched.
  ///
  /// @param most what the attempt may use: the counted input and the longest output
  public Future<Running> begin(Call call, String provider, String model, Usage most) {
    var price = prices.of(call.workspace(), provider, model, clock.instant());
    if (!budgets.applies(call)) {
      return Future.succeededFuture(new Running(price, null));
    }
    if (price.isEmpty()) {
      metrics.refused("model_unpriced");
      return Future.failedFuture(new BudgetProblem.Unpriced(provider, model));
    }
    return budgets
        .reserve(call, most(price.get(), most))
        .map(escrow -> new Running(price, escrow))
        .onFailure(_ -> metrics.refused("budget_exhausted"));
  }

  /// Enters a call that asked nobody and costs nothing. Completes when that is durable.
  public Future<Void> note(UsageEntry entry) {
    return ledger.append(entry);
  }

  private static long most(Price price, Usage most) {
    try {
      return Cost.nano(price, most);
    } catch (ArithmeticException _) {
      return Long.MAX_VALUE; // no budget has that much
    }
  }

  /// One attempt that was begun. Ends once, with whichever of the two comes first.
  public final class Running {
    private final Optional<Price> price;
    private final @Nullable Escrow escrow;

    private Running(Optional<Price> price, @Nullable Escrow escrow) {
      this.price = price;
      this.escrow = escrow;
    }

    /// Takes what the attempt cost and writes it to the ledger. Completes when that is durable.
    public Future<Void> end(UsageEntry entry) {
      var cost = cost(entry);
      if (escrow != null) {
        escrow.settle(cost);
      }
      var leases = escrow == null ? List.<UUID>of() : escrow.leases();
      var priceId = price.map(Price::id).orElse(null);
      metrics.charged(entry.attempt().provider(), cost);
      return ledger.append(entry.withCharge(new Charge(cost, priceId, leases)));
    }

    /// Gives the money back: nothing was asked of the provider.
    public void notMade() {
      if (escrow != null) {
        escrow.release();
      }
    }

    private long cost(UsageEntry entry) {
      try {
        return price.map(known -> Cost.nano(known, entry.usage())).orElse(0L);
      } catch (ArithmeticException e) {
        LOG.error("a cost is beyond all measure and not charged", e, "entry", entry.id());
        return 0;
      }
    }
  }
}
