package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.metering.MeteringConfig.DurableIn;
import dev.parley.metering.UsageEntry.Charge;
import dev.parley.metering.budget.BudgetProblem;
import dev.parley.metering.budget.Budgets;
import dev.parley.metering.budget.Escrow;
import dev.parley.metering.limit.UsageLimits;
import dev.parley.metering.limit.UsageLimits.Entered;
import dev.parley.metering.price.Cost;
import dev.parley.metering.price.Price;
import dev.parley.metering.price.Prices;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.Problem;
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
  private final UsageLimits limits;
  private final Book book;
  private final MeteringMetrics metrics;
  private final InstantSource clock;

  /// Where entries are kept, and remembered until they are.
  record Book(Ledger ledger, Journal journal, DurableIn durableIn) {
    /// Completes when the entry is where it has to be.
    Future<Void> enter(UsageEntry entry, String text, @Nullable JournalSlot slot) {
      var stored = ledger.append(entry.workspace(), text).onSuccess(_ -> journal.free(slot));
      var suffices = durableIn == DurableIn.JOURNAL && slot != null && !stored.failed();
      return suffices ? Future.succeededFuture() : stored;
    }
  }

  Meter(
      Prices prices,
      Budgets budgets,
      UsageLimits limits,
      Book book,
      MeteringMetrics metrics,
      InstantSource clock) {
    this.prices = prices;
    this.budgets = budgets;
    this.limits = limits;
    this.book = book;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Lets one attempt in past the limits and keeps the money for it, where the caller has any.
  /// Complete at once unless a slice of a budget, or Redis, has to be asked.
  ///
  /// @param most what the attempt may use: the counted input and the longest output
  public Future<Running> begin(Call call, String provider, String model, Usage most) {
    return limits
        .enter(call, model, most.totalInput() + most.totalOutput())
        .compose(
            entered -> keep(call, provider, model, most, entered).onFailure(_ -> entered.leave(0)));
  }

  private Future<Running> keep(
      Call call, String provider, String model, Usage most, Entered entered) {
    var price = prices.of(call.workspace(), provider, model, clock.instant());
    if (!budgets.applies(call)) {
      return Future.succeededFuture(new Running(price, null, entered));
    }
    if (price.isEmpty()) {
      metrics.refused("model_unpriced");
      return Future.failedFuture(new BudgetProblem.Unpriced(provider, model));
    }
    return budgets
        .reserve(call, most(price.get(), most))
        .map(escrow -> new Running(price, escrow, entered))
        .onFailure(this::refused);
  }

  private void refused(Throwable failure) {
    metrics.refused(failure instanceof Problem problem ? problem.code() : "internal_error");
  }

  /// Enters a call that asked nobody and costs nothing. Completes when that is durable.
  public Future<Void> note(UsageEntry entry) {
    return book.ledger().append(entry);
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
    private final Entered entered;
    private @Nullable JournalSlot underWay;

    private Running(Optional<Price> price, @Nullable Escrow escrow, Entered entered) {
      this.price = price;
      this.escrow = escrow;
      this.entered = entered;
    }

    /// Remembers that the attempt is on its way, so that it is billed even if this process is
    /// killed. On the event loop of the attempt, as all that follows.
    public void began(UsageEntry entry) {
      var charged = entry.withCharge(charge(0));
      underWay = remember(charged, EntryJson.of(charged), false);
    }

    /// What has come so far.
    public void used(Usage soFar) {
      if (underWay != null) {
        underWay.used(soFar);
      }
    }

    /// Takes what the attempt cost and writes it to the ledger. Completes when that is durable.
    public Future<Void> end(UsageEntry entry) {
      var cost = cost(entry);
      if (escrow != null) {
        escrow.settle(cost);
      }
      entered.leave(entry.usage().totalInput() + entry.usage().totalOutput());
      metrics.charged(entry.attempt().provider(), cost);
      var charged = entry.withCharge(charge(cost));
      var text = EntryJson.of(charged);
      var ended = remember(charged, text, true);
      forget();
      return book.enter(entry, text, ended);
    }

    private Charge charge(long cost) {
      var leases = escrow == null ? List.<UUID>of() : escrow.leases();
      return new Charge(cost, price.map(Price::id).orElse(null), leases);
    }

    /// Without the provider's own words where they are too long.
    private @Nullable JournalSlot remember(UsageEntry entry, String text, boolean ended) {
      var slot = book.journal().put(text, ended);
      return slot == null && entry.rawUsage() != null
          ? book.journal().put(EntryJson.of(entry.withRawUsage(null)), ended)
          : slot;
    }

    private void forget() {
      book.journal().free(underWay);
      underWay = null;
    }

    /// Gives the money back: nothing was asked of the provider.
    public void notMade() {
      if (escrow != null) {
        escrow.release();
      }
      entered.leave(0);
      forget();
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
