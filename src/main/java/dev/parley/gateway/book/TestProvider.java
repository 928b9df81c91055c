package dev.parley.gateway.book;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.book.ProviderRow.KeyRow;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Provider;
import dev.parley.platform.config.Secret;
import dev.parley.platform.seal.Sealer;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks a provider one short question with each of its keys.
final class TestProvider {
  private static final int MOST = 20;
  private static final int SHOWN = 80;
  private static final ModelRequest QUESTION =
      new ModelRequest(
          "", "", List.of(ModelMessage.user("Answer with the word: ready")), List.of(), MOST, 0);

  private final Vertx vertx;
  private final Upstreams upstreams;
  private final Sealer sealer;

  TestProvider(Vertx vertx, Upstreams upstreams, Sealer sealer) {
    this.vertx = vertx;
    this.upstreams = upstreams;
    this.sealer = sealer;
  }

  /// @param detail the beginning of the answer, or what went wrong
  record Result(String key, boolean ok, String detail, long ms) {}

  /// From any thread; never fails.
  Future<List<Result>> run(Call call, ProviderRow row, String model) {
    if (row.keys().isEmpty()) {
      return ask(call, row, Optional.empty(), model).map(List::of);
    }
    var results = row.keys().stream().map(key -> ask(call, row, Optional.of(key), model)).toList();
    return Future.join(results).map(_ -> results.stream().map(TestProvider::done).toList());
  }

  private static Result done(Future<Result> future) {
    return requireNonNull(future.result());
  }

  private Future<Result> ask(Call call, ProviderRow row, Optional<KeyRow> key, String model) {
    var label = key.map(KeyRow::label).orElse("");
    var watch = Stopwatch.start();
    try {
      var secret =
          key.map(one ->
                  sealer.openText(one.sealed(), MakeRoutes.place(call.workspace(), one.id())))
              .orElse("");
      var provider = upstreams.open(row.kind(), row.baseUrl(), new Secret(secret));
      return answer(call, provider, model)
          .map(text -> new Result(label, true, text, watch.millis()))
          .recover(e -> Future.succeededFuture(new Result(label, false, why(e), watch.millis())));
    } catch (RuntimeException e) {
      return Future.succeededFuture(new Result(label, false, why(e), watch.millis()));
    }
  }

  private static String why(Throwable failure) {
    return failure.getMessage() == null ? "It failed." : failure.getMessage();
  }

  private Future<String> answer(Call call, Provider provider, String model) {
    Promise<String> answer = Promise.promise();
    vertx
        .getOrCreateContext()
        .runOnContext(_ -> {
          try {
            open(call, provider, model, answer);
          } catch (RuntimeException e) {
            answer.tryFail(e);
          }
        });
    return answer.future();
  }

  private static void open(Call call, Provider provider, String model, Promise<String> answer) {
    var text = new ArrayList<String>();
    var _ =
        provider.open(
            call,
            QUESTION.withModel(model),
            event -> {
              switch (event) {
                case ModelEvent.Text(var delta) -> text.add(delta);
                case ModelEvent.Thinking _ -> {}
                case ModelEvent.Finished _ -> answer.tryComplete(shown(String.join("", text)));
                case ModelEvent.Failed(var failure, var _, var _) ->
                    answer.tryFail(failure.detail());
                case ModelEvent.ToolCall _, ModelEvent.Cited _, ModelEvent.Bytes _ ->
                    answer.tryFail("something that nobody asked for");
              }
            });
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
