package dev.parley.chat.turn;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the conversations in which somebody asked within the last five minutes, for the gauge
/// `active_sessions`.
public final class ActiveSessions {
  private static final Duration ACTIVE = Duration.ofMinutes(5);

  private final Map<UUID, Instant> lastAsked = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public ActiveSessions(CollectorRegistry registry, InstantSource clock) {
    this.clock = clock;
    Gauge.build("active_sessions", "Conversations with a question in the last five minutes.")
        .create()
        .setChild(
            new Gauge.Child() {
              @Override
              public double get() {
                return count();
              }
            })
        .register(registry);
  }

  void asked(UUID conversation) {
    lastAsked.put(conversation, clock.instant());
  }

  /// Forgets the others, and counts.
  int count() {
    var since = clock.instant().minus(ACTIVE);
    lastAsked.values().removeIf(at -> at.isBefore(since));
    return lastAsked.size();
  }
}
