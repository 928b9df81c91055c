package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.gateway.route.Route;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import java.util.UUID;

/// Calls that needed no attempt: another one had been answered the same.
final class Unasked {
  private static final Log LOG = Log.of(Unasked.class);

  private Unasked() {}

  /// @param outcome how the answer came about
  static void enter(
      ModelCall.Needs needs, Call call, UUID id, Route route, Question question, String outcome) {
    var now = needs.clock().instant();
    var target = route.first();
    var made = new UsageEntry.Attempt(0, target.vendor(), target.model(), now);
    var entry =
        UsageEntry.of(call, id, question.kind(), made, Usage.of(0, 0), outcome, now)
            .withRouting(new UsageEntry.Routing(route.name(), outcome, target.model(), ""));
    needs.metrics().reused(outcome);
    var _ =
        needs
            .meter()
            .note(entry)
            .onFailure(e -> LOG.warning(call, "a reused answer is not noted", "cause", e));
  }
}
