package dev.parley.metering.rollup;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.metering.price.Cost;
import dev.parley.metering.price.Price;
import dev.parley.metering.price.Prices;
import dev.parley.metering.rollup.EntryStore.Entry;
import dev.parley.metering.rollup.EntryStore.Place;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Prices past calls once more. With the prices that they were made with the figure is the same for
/// ever, because a price is never changed; with those that are known now it shows what corrections
/// come to. Nothing is written.
public final class Rerate {
  private static final int PAGE = 500;
  private static final Duration STEP = Duration.ofSeconds(10);

  private final EntryStore store;
  private final Prices prices;
  private final InstantSource clock;

  Rerate(EntryStore store, Prices prices, InstantSource clock) {
    this.store = store;
    this.prices = prices;
    this.clock = clock;
  }

  /// The calls of the call's workspace that began in this time.
  public Future<Outcome> of(Call call, Instant from, Instant to) {
    return next(call, from, to, Place.before(from), Outcome.NOTHING);
  }

  private Future<Outcome> next(Call call, Instant from, Instant to, Place after, Outcome soFar) {
    return store
        .page(call.until(Deadline.after(clock, STEP)), from, to, after, PAGE)
        .compose(entries -> {
          var sum = add(call, soFar, entries);
          return entries.isEmpty()
              ? Future.succeededFuture(sum)
              : next(call, from, to, entries.getLast().place(), sum);
        });
  }

  private Outcome add(Call call, Outcome soFar, List<Entry> entries) {
    var sum = soFar;
    for (var entry : entries) {
      var then =
          Optional.ofNullable(entry.priceId()).flatMap(id -> prices.byId(call.workspace(), id));
      var now = prices.of(call.workspace(), entry.provider(), entry.model(), entry.place().at());
      sum =
          new Outcome(
              sum.entries() + 1,
              sum.stored() + entry.costNano(),
              sum.rerated() + cost(then, entry),
              sum.asKnownNow() + cost(now, entry));
    }
    return sum;
  }

  private static long cost(Optional<Price> price, Entry entry) {
    return price.map(known -> Cost.nano(known, entry.usage())).orElse(0L);
  }

  /// Sums in nano-US-dollars.
  ///
  /// @param stored as charged
  /// @param rerated with the prices of then; the same as stored
  /// @param asKnownNow with the prices that are known now to have held then
  public record Outcome(long entries, long stored, long rerated, long asKnownNow) {
    static final Outcome NOTHING = new Outcome(0, 0, 0, 0);
  }
}
