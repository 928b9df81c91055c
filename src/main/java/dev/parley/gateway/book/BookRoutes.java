package dev.parley.gateway.book;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.gateway.book.BookViews.ProviderView;
import dev.parley.gateway.book.ProviderRow.KeyRow;
import dev.parley.gateway.book.RouteRow.TargetRow;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Operations on providers and routes. A change is answered when this replica has taken it over.
final class BookRoutes implements RouteGroup {
  private static final int HINT = 4;
  private static final long MAX_TOKENS = 4_096;

  private final BookStore store;
  private final RouteShelf shelf;
  private final Upstreams upstreams;
  private final TestProvider test;
  private final Sealer sealer;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  BookRoutes(
      BookStore store,
      RouteShelf shelf,
      Upstreams upstreams,
      TestProvider test,
      Sealer sealer,
      Changes changes,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.shelf = shelf;
    this.upstreams = upstreams;
    this.test = test;
    this.sealer = sealer;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listProviders", this::list);
    operations.on("addProvider", this::add);
    operations.on("changeProvider", this::change);
    operations.on("removeProvider", this::remove);
    operations.on("removeProviderKey", this::removeKey);
    operations.on("testProvider", this::test);
    operations.on("putRoute", this::putRoute);
    operations.on("removeRoute", this::removeRoute);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return store
        .page(call)
        .map(page -> Answer.json(BookViews.all(page, shelf.of(call.workspace()), clock.millis())));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(NewProvider.class);
    var url = wanted.baseUrl() == null ? "" : wanted.baseUrl().strip();
    var id = ids.next();
    var given = wanted.keys() == null ? List.<NewKey>of() : wanted.keys();
    var keys = given.stream().map(key -> sealed(call, key)).toList();
    var row =
        new ProviderRow(id, wanted.name(), Kind.of(wanted.kind()), url, clock.instant(), keys);
    var event = event(AuditAction.PROVIDER_ADDED, "provider:" + id, Map.of("name", row.name()));
    return checked(call, url)
        .compose(_ -> store.put(call, row, keys, event))
        .compose(_ -> changes.look())
        .map(_ -> Answer.created(ProviderView.of(row)));
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(ChangedProvider.class);
    return find(call, request.pathId("provider_id"))
        .compose(old -> {
          var name = Optional.ofNullable(wanted.name()).orElse(old.name());
          var url = Optional.ofNullable(wanted.baseUrl()).map(String::strip).orElse(old.baseUrl());
          var row = new ProviderRow(old.id(), name, old.kind(), url, old.createdAt(), old.keys());
          var keys = wanted.key() == null ? List.<KeyRow>of() : List.of(sealed(call, wanted.key()));
          var event =
              event(AuditAction.PROVIDER_CHANGED, "provider:" + old.id(), Map.of("name", name));
          return checked(call, url).compose(_ -> store.put(call, row, keys, event));
        })
        .compose(_ -> changes.look())
        .compose(_ -> find(call, request.pathId("provider_id")))
        .map(row -> Answer.json(ProviderView.of(row)));
  }

  private Future<Answer> remove(Request request) {
    var call = request.call();
    var id = request.pathId("provider_id");
    return store
        .page(call)
        .compose(page -> {
          var row = provider(page, id);
          for (var route : page.routes()) {
            if (route.targets().stream().anyMatch(target -> target.provider().equals(id))) {
              return Future.failedFuture(new ProviderInUse(route.name()));
            }
          }
          var name = Map.<String, String>of("name", row.name());
          return store.dropProvider(
              call, id, event(AuditAction.PROVIDER_REMOVED, "provider:" + id, name));
        })
        .compose(_ -> changes.look())
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> removeKey(Request request) {
    var call = request.call();
    var key = request.pathId("provider_key_id");
    return find(call, request.pathId("provider_id"))
        .compose(row -> {
          var found = row.keys().stream().filter(one -> one.id().equals(key)).findFirst();
          if (found.isEmpty()) {
            return Future.failedFuture(new HttpProblem.NotFound("There is no such key."));
          }
          var detail = Map.<String, String>of("key_removed", found.get().label());
          return store.dropKey(
              call,
              row.id(),
              key,
              event(AuditAction.PROVIDER_CHANGED, "provider:" + row.id(), detail));
        })
        .compose(_ -> changes.look())
        .map(_ -> Answer.noContent());
  }

  private Future<Answer> test(Request request) {
    var call = request.call();
    var model = request.body(Tested.class).model();
    var loop = requireNonNull(Vertx.currentContext(), "called on an event loop");
    return find(call, request.pathId("provider_id"))
        .compose(row ->
            checked(call, row.baseUrl()).compose(_ -> on(loop, () -> test.run(call, row, model))))
        .map(results -> Answer.json(new Results(results)));
  }

  /// Looking for an address may end on another thread, and answers are opened on event loops.
  private static <T> Future<T> on(Context loop, Supplier<Future<T>> step) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(_ -> step.get().onComplete(done));
    return done.future();
  }

  private Future<Answer> putRoute(Request request) {
    var call = request.call();
    var name = request.path("route");
    var wanted = request.body(WantedRoute.class);
    return store
        .page(call)
        .compose(page -> {
          requireKnown(page, wanted);
          var old = page.routes().stream().filter(row -> row.name().equals(name)).findFirst();
          var row =
              new RouteRow(
                  old.map(RouteRow::id).orElseGet(ids::next),
                  name,
                  Boolean.TRUE.equals(wanted.standard()),
                  Boolean.TRUE.equals(wanted.embeddings()),
                  wanted.maxTokens() == null ? MAX_TOKENS : wanted.maxTokens(),
                  wanted.cacheSeconds() == null ? 0 : wanted.cacheSeconds(),
                  Boolean.TRUE.equals(wanted.resume()),
                  old.map(RouteRow::createdAt).orElseGet(clock::instant),
                  wanted.targets().stream().map(WantedTarget::row).toList());
          var event =
              event(AuditAction.ROUTE_CHANGED, "route:" + name, Map.of("targets", said(wanted)));
          return store.put(call, row, event);
        })
        .compose(_ -> changes.look())
        .compose(_ -> store.page(call))
        .map(page ->
            Answer.json(
                BookViews.all(page, shelf.of(call.workspace()), clock.millis()).routes().stream()
                    .filter(view -> view.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new HttpProblem.NotFound("The route is gone again."))));
  }

  private Future<Answer> removeRoute(Request request) {
    var call = request.call();
    var name = request.path("route");
    return store
        .page(call)
        .compose(page -> {
          var found = page.routes().stream().filter(row -> row.name().equals(name)).findFirst();
          return found.isEmpty()
              ? Future.failedFuture(new HttpProblem.NotFound("There is no such route."))
              : store.dropRoute(
                  call,
                  found.get().id(),
                  event(AuditAction.ROUTE_REMOVED, "route:" + name, Map.of()));
        })
        .compose(_ -> changes.look())
        .map(_ -> Answer.noContent());
  }

  private Future<ProviderRow> find(Call call, UUID id) {
    return store.page(call).map(page -> provider(page, id));
  }

  private static ProviderRow provider(Page page, UUID id) {
    return page.providers().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new HttpProblem.NotFound("There is no such provider."));
  }

  private static void requireKnown(Page page, WantedRoute wanted) {
    for (var i = 0; i < wanted.targets().size(); i++) {
      var id = wanted.targets().get(i).providerId();
      if (page.providers().stream().noneMatch(row -> row.id().equals(id))) {
        throw new HttpProblem.Invalid(
            "A target is not valid.",
            List.of(new Offence("/targets/" + i + "/provider_id", "there is no such provider")));
      }
    }
    if (wanted.targets().stream().allMatch(target -> target.row().tier() == 0)) {
      throw new HttpProblem.Invalid(
          "A route needs a target that takes requests of any length.",
          List.of(new Offence("/targets", "all are of tier 0")));
    }
  }

  private Future<Void> checked(Call call, String url) {
    return url.isEmpty() ? Future.succeededFuture() : upstreams.check(call, url);
  }

  private KeyRow sealed(Call call, NewKey key) {
    var id = ids.next();
    var text = key.key().strip();
    var hint = text.length() > 2 * HINT ? text.substring(text.length() - HINT) : "";
    var sealed = sealer.seal(text, MakeRoutes.place(call.workspace(), id));
    return new KeyRow(id, key.label().strip(), sealed, hint, clock.instant());
  }

  private static AuditEvent event(AuditAction action, String target, Map<String, String> detail) {
    return AuditEvent.of(action, target, detail);
  }

  private static String said(WantedRoute wanted) {
    return wanted.targets().stream()
        .map(target -> target.row().tier() + ":" + target.model())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private record NewKey(String label, String key) {}

  private record NewProvider(
      String name, String kind, @Nullable String baseUrl, @Nullable List<NewKey> keys) {}

  private record ChangedProvider(
      @Nullable String name, @Nullable String baseUrl, @Nullable NewKey key) {}

  private record Tested(String model) {}

  private record Results(List<TestProvider.Result> results) {}

  private record WantedRoute(
      @Nullable Boolean standard,
      @Nullable Boolean embeddings,
      @Nullable Long maxTokens,
      @Nullable Long cacheSeconds,
      @Nullable Boolean resume,
      List<WantedTarget> targets) {}

  private record WantedTarget(
      @Nullable Integer tier, UUID providerId, String model, @Nullable Integer weight) {
    TargetRow row() {
      return new TargetRow(
          tier == null ? 1 : tier, providerId, model.strip(), weight == null ? 1 : weight);
    }
  }
}
