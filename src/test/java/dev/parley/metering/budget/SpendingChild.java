package dev.parley.metering.budget;

import dev.parley.call.WorkspaceId;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.platform.postgres.Database;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A replica that spends money, to be started and killed by a test. For each line `calls pause` of
/// its input it makes so many calls at once, each of which takes up to the pause in milliseconds,
/// and prints how many passed, were refused and failed.
final class SpendingChild {
  private static final Usage SOME = Usage.of(10, 10);

  private final Vertx vertx;
  private final MeteringRig rig;
  private final WorkspaceId workspace;
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private SpendingChild(Vertx vertx, MeteringRig rig, WorkspaceId workspace) {
    this.vertx = vertx;
    this.rig = rig;
    this.workspace = workspace;
  }

  /// @param args the address of the database, the workspace, the milliseconds of a lease
  public static void main(String[] args) throws Exception {
    var vertx = Vertx.vertx();
    var clock = InstantSource.system();
    var settings = ConnectSettings.read(args[0]);
    var database = Database.open(vertx, clock, settings, PostgresFixture.config(4));
    var lease = Duration.ofMillis(Long.parseLong(args[2]));
    var config = new BudgetConfig(lease, lease.dividedBy(8));
    var child =
        new SpendingChild(
            vertx,
            MeteringRig.started(vertx, database, config),
            new WorkspaceId(UUID.fromString(args[1])));
    System.out.println("ready");
    child.obey();
    child.rig.close();
    Await.end(database.close());
    Await.end(vertx.close());
  }

  private void obey() throws Exception {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      var words = line.split(" ", 2);
      spend(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }
  }

  private void spend(int calls, int pause) {
    passed.set(0);
    refused.set(0);
    failed.set(0);
    var all = new ArrayList<Future<Void>>();
    for (var i = 0; i < calls; i++) {
      all.add(call(1 + (pause == 0 ? 0 : i * pause / calls)));
    }
    Await.end(Future.join(all));
    System.out.println(passed + " " + refused + " " + failed);
  }

  private Future<Void> call(int millis) {
    var call = Calls.in(workspace);
    return rig.metering()
        .meter()
        .begin(call, Money.PROVIDER, Money.MODEL, SOME)
        .onFailure(e -> (e instanceof BudgetProblem ? refused : failed).incrementAndGet())
        .compose(running ->
            vertx
                .timer(millis, TimeUnit.MILLISECONDS)
                .compose(_ -> {
                  var now = InstantSource.system().instant();
                  var attempt = new Attempt(1, Money.PROVIDER, Money.MODEL, now);
                  var entry =
                      UsageEntry.of(
                          call, UUID.randomUUID(), Kind.CHAT, attempt, SOME, "completed", now);
                  return running.end(entry);
                })
                .onSuccess(_ -> passed.incrementAndGet()))
        .otherwiseEmpty();
  }
}
