package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.TokenEstimate;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import java.util.function.Consumer;

/// What is asked, whichever model it goes to in the end.
interface Question {

  /// What it is in the ledger.
  Kind kind();

  /// What an answer may use at most, on the safe side.
  ///
  /// @param otherwise the longest output where the question gives no bound
  Usage most(long otherwise);

  ModelStream put(Call call, Target target, Lane lane, Consumer<ModelEvent> events);

  /// A question of the product itself.
  record Spoken(ModelRequest request, Kind kind) implements Question {
    @Override
    public Usage most(long otherwise) {
      return Usage.estimate(TokenEstimate.of(request), request.maxTokens());
    }

    @Override
    public ModelStream put(Call call, Target target, Lane lane, Consumer<ModelEvent> events) {
      return lane.provider().open(call, request.withModel(target.model()), events);
    }
  }

  /// A request that is handed on.
  record Wired(WireRequest request) implements Question {
    @Override
    public Kind kind() {
      return request.kind() == WireRequest.Kind.EMBEDDINGS ? Kind.EMBEDDING : Kind.COMPLETION;
    }

    @Override
    public Usage most(long otherwise) {
      return Usage.estimate(request.inputTokens(), request.outputTokens(otherwise));
    }

    @Override
    public ModelStream put(Call call, Target target, Lane lane, Consumer<ModelEvent> events) {
      return lane.provider().open(call, request, target.model(), events);
    }
  }
}
