package dev.parley.metering;

import dev.parley.metering.outbox.Outbox;
import dev.parley.metering.price.Pricing;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Reads the prices and bills what a process before has left, before calls are made; forgets events
/// that nobody took, and stores what is still waiting when the process stops.
final class MeteringVerticle extends VerticleBase {
  private static final Log LOG = Log.of(MeteringVerticle.class);
  private static final Duration FORGET = Duration.ofMinutes(10);

  private final Book book;
  private final Pricing pricing;
  private final Outbox outbox;
  private final MeteringConfig config;

  /// Where entries are kept.
  record Book(Ledger ledger, Journal journal, BillWhatIsLeft left) {}

  MeteringVerticle(Book book, Pricing pricing, Outbox outbox, MeteringConfig config) {
    this.book = book;
    this.pricing = pricing;
    this.outbox = outbox;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    var _ = vertx.setPeriodic(FORGET.toMillis(), _ -> forget());
    book.journal().open();
    return pricing.load().get().compose(_ -> book.left().run());
  }

  @Override
  public Future<?> stop() {
    return book.ledger().drain().onComplete(_ -> book.journal().close());
  }

  private void forget() {
    var _ =
        outbox
            .forgetOlderThan(config.outboxRetention())
            .onSuccess(gone -> {
              if (gone > 0) {
                LOG.warning("events were given up that nobody took", "events", gone);
              }
            })
            .onFailure(e -> LOG.debug("old events stay", "cause", e));
  }
}
