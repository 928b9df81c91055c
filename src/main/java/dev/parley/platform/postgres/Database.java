package dev.parley.platform.postgres;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The database as the product uses it: transactions that end in time, each for one workspace or
/// for none.
///
/// `work` gets the connection of an open transaction and returns the future of its last statement;
/// it must not begin, commit, roll back or close by itself. It runs on an event loop and is run
/// again, up to three times in all, when it collided with another transaction, so it changes
/// nothing but the database. Safe from any thread. Failures are [DatabaseProblem]s, or what `work`
/// failed with; either way nothing was changed, [DatabaseProblem.OutcomeUnknown] excepted.
public final class Database {
  private static final int ATTEMPTS = 3;

  /// How many times as long as a caller a server is waited for that is slow to greet: the
  /// connection serves the next one.
  private static final int GREETING = 3;

  private static final int SHORTEST_PAUSE_MILLIS = 5;

  private final Vertx vertx;
  private final InstantSource clock;
  private final Connections connections;
  private final Probe probe;
  private final Limits limits;

  /// Whether the limits are said anew in every transaction, because the session has others.
  private final boolean limitsTravel;

  private Database(
      Vertx vertx,
      InstantSource clock,
      Connections connections,
      Probe probe,
      Limits limits,
      boolean limitsTravel) {
    this.vertx = vertx;
    this.clock = clock;
    this.connections = connections;
    this.probe = probe;
    this.limits = limits;
    this.limitsTravel = limitsTravel;
  }

  /// A pool that connects when it is first used. To be closed.
  public static Database open(
      Vertx vertx, InstantSource clock, ConnectSettings settings, DatabaseConfig config) {
    var pooler = settings.pooler() || config.pooler();
    var limits = Limits.of(config);
    var place = pooler ? settings.behindPooler() : settings;
    var options = ConnectOptions.of(place, limits.ofSession());
    var wait = shorter(config.poolTimeout(), config.clientTimeout());
    var greeting = config.clientTimeout().multipliedBy(GREETING);
    return new Database(
        vertx,
        clock,
        new Connections(vertx, options, config.maxConnections(), wait, greeting),
        new Probe(vertx, new Connections(vertx, options, 1, wait, greeting)),
        limits,
        pooler);
  }

  /// The same database for work that takes longer than a person waits: the same connections, with
  /// `statement` as limit of each statement and one second more for the whole transaction.
  public Database forLongWork(Duration statement) {
    var longer = Limits.forLongWork(statement);
    return new Database(vertx, clock, connections, probe, longer, true);
  }

  /// One transaction that sees the rows of the call's workspace.
  public <T> Future<T> inWorkspace(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.only(call.workspace()), false), work);
  }

  /// One transaction that sees the rows of the call's workspace and changes none. Costs one round
  /// trip less than [#inWorkspace].
  public <T> Future<T> readInWorkspace(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.only(call.workspace()), true), work);
  }

  /// One transaction with `parley.workspace` set to `*`: for the upkeep of tables whose policies
  /// admit that word, whatever the call's workspace is.
  public <T> Future<T> inEveryWorkspace(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.EVERY, false), work);
  }

  /// The same without changes, with one round trip less.
  public <T> Future<T> readInEveryWorkspace(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.EVERY, true), work);
  }

  /// One transaction on tables that belong to no workspace; rows of those that do are not seen.
  public <T> Future<T> outside(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.NONE, false), work);
  }

  /// The same without changes, with one round trip less.
  public <T> Future<T> readOutside(Call call, Function<SqlConnection, Future<T>> work) {
    return run(call, prologue(Prologue.NONE, true), work);
  }

  /// Whether the database answers within `limit`. Uses a connection of its own, so a busy pool does
  /// not look like a dead database. Never fails; callers at the same time share one answer.
  public Future<Boolean> ping(Duration limit) {
    return probe.ping(limit);
  }

  /// What server this is and what its role may do; asked anew each time.
  public Future<ServerFacts> facts(Duration limit) {
    return probe.facts(limit);
  }

  public PoolNumbers numbers() {
    return connections.numbers();
  }

  /// Ends every connection. Work that is under way fails.
  public Future<Void> close() {
    return Future.join(connections.close(), probe.close()).mapEmpty();
  }

  private Prologue prologue(String scope, boolean readOnly) {
    return new Prologue(scope, readOnly, limitsTravel ? limits : null);
  }

  private <T> Future<T> run(Call call, Prologue prologue, Function<SqlConnection, Future<T>> work) {
    var own = Deadline.after(clock, limits.client());
    var end = own.at().isBefore(call.deadline().at()) ? own : call.deadline();
    if (Vertx.currentContext() != null) {
      return attempt(1, call.until(end), prologue, work);
    }
    var outcome = Promise.<T>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(_ -> attempt(1, call.until(end), prologue, work).onComplete(outcome));
    return outcome.future();
  }

  private <T> Future<T> attempt(
      int number, Call call, Prologue prologue, Function<SqlConnection, Future<T>> work) {
    return new Transaction<>(vertx, connections, call, prologue, work)
        .run(call.deadline().left(clock))
        .recover(failure ->
            failure instanceof DatabaseProblem.Collided && number < ATTEMPTS
                ? pause(number).compose(_ -> attempt(number + 1, call, prologue, work))
                : Future.failedFuture(failure));
  }

  /// A short wait of random length, so that two that collided do not collide again.
  private Future<Void> pause(int number) {
    var longest = SHORTEST_PAUSE_MILLIS << (2 * number);
    var millis = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, longest + 1);
    return vertx.timer(millis, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
