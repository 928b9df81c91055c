package dev.parley.testkit;

import dev.parley.call.Call;
import dev.parley.metering.Meter;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;

/// Makes calls of the model [Money#MODEL], which are paid as the product pays them.
public record Spender(Meter meter, InstantSource clock) {
  private static final Usage SOME = Usage.of(10, 10);

  public static Spender of(MeteringRig rig) {
    return new Spender(rig.metering().meter(), InstantSource.system());
  }

  public Future<Meter.Running> begin(Call call) {
    return meter.begin(call, Money.PROVIDER, Money.MODEL, SOME);
  }

  public Future<Void> end(Call call, Meter.Running running) {
    var now = clock.instant();
    var attempt = new Attempt(1, Money.PROVIDER, Money.MODEL, now);
    return running.end(
        UsageEntry.of(call, UUID.randomUUID(), Kind.CHAT, attempt, SOME, "completed", now));
  }

  /// One whole call.
  public Future<Void> spend(Call call) {
    return begin(call).compose(running -> end(call, running));
  }
}
