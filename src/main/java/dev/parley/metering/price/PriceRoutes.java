package dev.parley.metering.price;

import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.metering.price.PriceStore.PriceRow;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Operations on prices.
final class PriceRoutes implements RouteGroup {
  private final PriceStore store;
  private final Prices prices;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  PriceRoutes(PriceStore store, Prices prices, Changes changes, Ids ids, InstantSource clock) {
    this.store = store;
    this.prices = prices;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listPrices", this::list);
    operations.on("addPrice", this::add);
  }

  private Future<Answer> list(Request request) {
    return store
        .list(request.call())
        .map(own -> {
          var all =
              Stream.concat(
                      own.reversed().stream().map(PriceView::own),
                      prices.seed().stream().map(PriceView::seed))
                  .filter(view -> fits(request, "provider", view.provider()))
                  .filter(view -> fits(request, "model", view.model()))
                  .toList();
          return Answer.json(new All(all));
        });
  }

  private static boolean fits(Request request, String parameter, String value) {
    return request.query(parameter).map(value::equals).orElse(true);
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var row = new PriceRow(call.workspace(), price(wanted, now), now);
    return store
        .insert(call, row, event(row.price()))
        .compose(_ -> changes.look())
        .map(_ -> Answer.created(PriceView.own(row)));
  }

  private Price price(Wanted wanted, Instant now) {
    var from = wanted.from() == null ? now : instant("/from", wanted.from());
    var to = wanted.to() == null ? null : instant("/to", wanted.to());
    if (to != null && !to.isAfter(from)) {
      throw invalid("/to", "must be later than from");
    }
    return new Price(
        ids.next(),
        wanted.provider().strip(),
        wanted.model().strip(),
        wanted.perMillion(),
        Objects.requireNonNullElse(wanted.perRequest(), 0L),
        from,
        to,
        Objects.requireNonNullElse(wanted.source(), ""));
  }

  private static AuditEvent event(Price price) {
    return AuditEvent.of(
        AuditAction.PRICE_ADDED,
        "price:" + price.id(),
        Map.of(
            "provider", price.provider(),
            "model", price.model(),
            "input_nano", Long.toString(price.tokens().input()),
            "output_nano", Long.toString(price.tokens().output()),
            "from", price.from().toString()));
  }

  private static Instant instant(String pointer, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw invalid(pointer, "must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid(
        "There cannot be such a price.", List.of(new Offence(pointer, detail)));
  }

  private record Wanted(
      String provider,
      String model,
      PerMillion perMillion,
      @Nullable Long perRequest,
      @Nullable String from,
      @Nullable String to,
      @Nullable String source) {}

  private record All(List<PriceView> prices) {}

  /// @param recordedAt null for the prices that Parley brings along
  private record PriceView(
      UUID id,
      String provider,
      String model,
      PerMillion perMillion,
      long perRequest,
      Instant from,
      @Nullable Instant to,
      @Nullable Instant recordedAt,
      String source) {
    static PriceView own(PriceRow row) {
      return of(row.price(), row.recordedAt());
    }

    static PriceView seed(Price price) {
      return of(price, null);
    }

    private static PriceView of(Price price, @Nullable Instant recordedAt) {
      return new PriceView(
          price.id(),
          price.provider(),
          price.model(),
          price.tokens(),
          price.perRequestNano(),
          price.from(),
          price.to(),
          recordedAt,
          price.source());
    }
  }
}
