package dev.parley.chat.handover;

import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.State;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.Map;

/// The metrics `escalations_total` and `escalations_open`.
final class HandoverMetrics {
  private final Counter asked;
  private final Gauge open;

  HandoverMetrics(CollectorRegistry registry) {
    asked =
        Counter.build("escalations_total", "Conversations for which a person was asked.")
            .labelNames("by")
            .register(registry);
    open =
        Gauge.build("escalations_open", "Conversations that wait for a person, or are with one.")
            .labelNames("state")
            .register(registry);
    for (var by : By.values()) {
      asked.labels(by.wireName());
    }
    open(Map.of());
  }

  void asked(By by) {
    asked.labels(by.wireName()).inc();
  }

  void open(Map<State, Long> many) {
    open.labels("open").set(many.getOrDefault(State.OPEN, 0L));
    open.labels("claimed").set(many.getOrDefault(State.CLAIMED, 0L));
  }
}
