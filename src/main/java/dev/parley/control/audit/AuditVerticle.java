package dev.parley.control.audit;

import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/// Notes the anchors at the start, every hour and at the end.
final class AuditVerticle extends VerticleBase {
  private static final Duration EVERY = Duration.ofHours(1);

  private final AuditAnchors anchors;
  private final Stories verifications;

  AuditVerticle(AuditAnchors anchors, Stories verifications) {
    this.anchors = anchors;
    this.verifications = verifications;
  }

  @Override
  public Future<?> start() {
    var _ = vertx.setPeriodic(EVERY.toMillis(), _ -> note());
    return anchors.note();
  }

  @Override
  public Future<?> stop() {
    return vertx
        .executeBlocking(() -> {
          verifications.drain(Duration.ZERO);
          return true;
        })
        .eventually(anchors::note);
  }

  private void note() {
    var _ = anchors.note();
  }
}
