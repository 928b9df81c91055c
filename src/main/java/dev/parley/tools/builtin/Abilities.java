package dev.parley.tools.builtin;

import io.vertx.core.Future;
import java.util.Set;

/// What whoever uses tools can do for built-in ones.
public interface Abilities {
  /// Of somebody who only has a clock and can count.
  Abilities FEW =
      new Abilities() {
        @Override
        public Set<Builtin> known() {
          return Set.of(Builtin.TIME, Builtin.CALCULATOR);
        }

        @Override
        public Future<String> search(String query) {
          return Future.failedFuture(new IllegalStateException("not among the known"));
        }

        @Override
        public Future<String> handOver(String reason) {
          return Future.failedFuture(new IllegalStateException("not among the known"));
        }
      };

  /// Those that can be used; others are not offered.
  Set<Builtin> known();

  /// Passages that fit, as a model reads them.
  Future<String> search(String query);

  /// Hands the conversation over; completes with what the model is told.
  Future<String> handOver(String reason);
}
