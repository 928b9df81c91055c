package dev.parley.testkit;

import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditConfig;
import dev.parley.control.change.Change;
import dev.parley.metering.Metering;
import dev.parley.metering.MeteringConfig;
import dev.parley.metering.MeteringConfig.DurableIn;
import dev.parley.metering.budget.BudgetConfig;
import dev.parley.metering.limit.LimitConfig;
import dev.parley.metering.limit.Limits;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.time.FineClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Metering as the product has it, on some database.
public final class MeteringRig implements AutoCloseable {
  /// What the product comes with.
  public static final BudgetConfig USUAL =
      new BudgetConfig(Duration.ofSeconds(30), Duration.ofSeconds(2));

  private static final Secret KEY = new Secret("a key of this test alone, and long enough");

  private final Vertx vertx;
  private final Change change;
  private final Audit audit;
  private final Metering metering;
  private final Metrics metrics = Metrics.empty();
  private final List<Part> started = new ArrayList<>();

  private MeteringRig(Vertx vertx, Database database, BudgetConfig budgets, InstantSource clock) {
    this(vertx, database, config(budgets, DurableIn.DATABASE), clock, folder());
  }

  private static MeteringConfig config(BudgetConfig budgets, DurableIn durableIn) {
    return new MeteringConfig(budgets, durableIn, Duration.ofDays(1));
  }

  private MeteringRig(
      Vertx vertx, Database database, MeteringConfig config, InstantSource clock, Path folder) {
    this.vertx = vertx;
    this.change = Change.of(database, clock);
    this.audit = Audit.of(new AuditConfig(KEY), Path.of("."), database, clock);
    this.metering =
        Metering.of(
            config,
            new Metering.Needs(
                vertx,
                database,
                change,
                audit,
                Limits.of(new LimitConfig(60, Duration.ofMinutes(1), 1), null, FineClock.system()),
                metrics,
                UUID.randomUUID().toString(),
                folder,
                new Ids(clock),
                clock));
  }

  private static Path folder() {
    try {
      var folder = Files.createTempDirectory("parley-metering");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Wired, with nothing running.
  public static MeteringRig wired(Vertx vertx, Database database) {
    return new MeteringRig(vertx, database, USUAL, InstantSource.system());
  }

  /// Running, until it is closed.
  public static MeteringRig started(Vertx vertx, Database database, BudgetConfig budgets) {
    return started(vertx, database, budgets, InstantSource.system());
  }

  /// The same with a clock of its own.
  public static MeteringRig started(
      Vertx vertx, Database database, BudgetConfig budgets, InstantSource clock) {
    return new MeteringRig(vertx, database, budgets, clock).started();
  }

  /// The same in a folder that others had before, or will have.
  public static MeteringRig started(Vertx vertx, Database database, Path folder) {
    return started(vertx, database, folder, DurableIn.DATABASE);
  }

  /// The same where answers wait for something else.
  public static MeteringRig started(
      Vertx vertx, Database database, Path folder, DurableIn durableIn) {
    var config = config(USUAL, durableIn);
    return new MeteringRig(vertx, database, config, InstantSource.system(), folder).started();
  }

  private MeteringRig started() {
    start(change.part());
    metering.parts().forEach(this::start);
    return this;
  }

  public Metering metering() {
    return metering;
  }

  public Change change() {
    return change;
  }

  public Audit audit() {
    return audit;
  }

  /// Its metrics as Prometheus reads them.
  public String metrics() {
    return metrics.text();
  }

  private void start(Part part) {
    Await.end(part.start(vertx));
    started.addFirst(part);
  }

  @Override
  public void close() {
    started.forEach(part -> Await.end(part.stop(vertx)));
    started.clear();
  }
}
