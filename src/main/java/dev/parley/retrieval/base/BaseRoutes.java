package dev.parley.retrieval.base;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import dev.parley.retrieval.base.BaseAccess.Grant;
import dev.parley.retrieval.base.BaseEditStore.NewBase;
import dev.parley.retrieval.document.BaseProblem;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.BaseStore.BaseRow;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on knowledge bases.
public final class BaseRoutes implements RouteGroup {
  private final BaseStore bases;
  private final BaseEditStore store;
  private final Runnable changed;
  private final Ids ids;
  private final InstantSource clock;

  /// @param changed called when documents are gone
  public BaseRoutes(
      Database database,
      BaseStore bases,
      AuditStore audit,
      Runnable changed,
      Ids ids,
      InstantSource clock) {
    this.bases = bases;
    this.store = new BaseEditStore(database, audit);
    this.changed = changed;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listBases", this::list);
    operations.on("createBase", this::create);
    operations.on("getBase", this::get);
    operations.on("changeBase", this::change);
    operations.on("setBaseAccess", this::decide);
    operations.on("deleteBase", this::delete);
  }

  private Future<Answer> list(Request request) {
    return bases.list(request.call()).map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> create(Request request) {
    var call = request.call();
    var wish = request.body(Wish.class);
    var id = ids.next();
    var access = wish.access() == null ? BaseAccess.USUAL : checked(wish.access());
    var slug = wish.slug() == null ? slug(wish.name(), id) : wish.slug();
    var description = wish.description() == null ? "" : wish.description().strip();
    var made = new NewBase(id, slug, name(wish.name()), description, access, clock.instant());
    return store
        .add(call, made, event(AuditAction.BASE_ADDED, id, Map.of("name", made.name())))
        .recover(failure -> Future.failedFuture(NameTaken.or(nobody(failure), slug)))
        .compose(_ -> detail(call, id))
        .map(Answer::created);
  }

  private Future<Answer> get(Request request) {
    return detail(request.call(), request.pathId("base_id")).map(Answer::json);
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var id = request.pathId("base_id");
    var wish = request.body(Change.class);
    var name = wish.name() == null ? null : name(wish.name());
    var description = wish.description() == null ? null : wish.description().strip();
    var said = name == null ? Map.of("change", "described") : Map.of("name", name);
    return store
        .change(call, id, name, description, event(AuditAction.BASE_CHANGED, id, said))
        .compose(_ -> detail(call, id))
        .map(Answer::json);
  }

  private Future<Answer> decide(Request request) {
    var call = request.call();
    var id = request.pathId("base_id");
    var access = checked(request.body(BaseAccess.class));
    var said =
        Map.of(
            "everybody",
            access.everybody().name().toLowerCase(Locale.ROOT),
            "grants",
            Integer.toString(access.grants().size()));
    return store
        .decide(call, id, access, event(AuditAction.BASE_ACCESS_CHANGED, id, said))
        .recover(failure -> Future.failedFuture(nobody(failure)))
        .compose(_ -> detail(call, id))
        .map(Answer::json);
  }

  private Future<Answer> delete(Request request) {
    var call = request.call();
    var id = request.pathId("base_id");
    return detail(call, id)
        .compose(detail -> {
          var base = detail.base();
          var said = Map.of("name", base.name(), "documents", Long.toString(base.documents()));
          var event = event(AuditAction.BASE_DELETED, id, said);
          return store.delete(call, id, clock.instant(), event);
        })
        .map(_ -> {
          changed.run();
          return Answer.noContent();
        });
  }

  private Future<Detail> detail(Call call, UUID id) {
    var all = bases.list(call);
    var access = store.access(call, id);
    return Future.all(all, access)
        .map(_ ->
            new Detail(
                all.result().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(BaseProblem.Unknown::new),
                access.result()));
  }

  private static BaseAccess checked(BaseAccess access) {
    var seen = new HashSet<Object>();
    for (var at = 0; at < access.grants().size(); at++) {
      var grant = access.grants().get(at);
      if ((grant.userId() == null) == (grant.role() == null)) {
        throw invalid("/grants/" + at, "names a person or a role");
      }
      if (!seen.add(subject(grant))) {
        throw invalid("/grants/" + at, "stands twice");
      }
    }
    return access;
  }

  private static Object subject(Grant grant) {
    return grant.userId() == null ? String.valueOf(grant.role()) : grant.userId();
  }

  /// Somebody was granted something who is not there.
  private static Throwable nobody(Throwable failure) {
    return failure instanceof Conflict conflict && conflict.constraint().contains("user_id")
        ? invalid("/grants", "name somebody who is not in this workspace")
        : failure;
  }

  private static HttpProblem invalid(String where, String what) {
    return new HttpProblem.Invalid(
        "This cannot be said of a knowledge base.", List.of(new Offence(where, what)));
  }

  private static String name(String wanted) {
    var name = wanted.strip();
    if (name.isEmpty()) {
      throw invalid("/name", "must not be blank");
    }
    return name;
  }

  /// A name for addresses out of one for people.
  private static String slug(String name, UUID id) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var text = id.toString();
    return plain.isEmpty()
        ? "base-" + text.substring(text.length() - 8)
        : plain.substring(0, Math.min(plain.length(), 60));
  }

  private static AuditEvent event(AuditAction action, UUID id, Map<String, String> said) {
    return AuditEvent.of(action, "base:" + id, said);
  }

  private record All(List<BaseRow> bases) {}

  private record Wish(
      String name,
      @Nullable String slug,
      @Nullable String description,
      @Nullable BaseAccess access) {}

  private record Change(@Nullable String name, @Nullable String description) {}

  private record Detail(BaseRow base, BaseAccess access) {}
}
