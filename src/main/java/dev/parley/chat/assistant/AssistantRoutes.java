package dev.parley.chat.assistant;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantStore.Draft;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on assistants. A change is answered when this replica has taken it over.
final class AssistantRoutes implements RouteGroup {
  private final AssistantStore store;
  private final AssistantShelf shelf;
  private final CheckDefinition check;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  AssistantRoutes(
      AssistantStore store,
      AssistantShelf shelf,
      CheckDefinition check,
      Changes changes,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.shelf = shelf;
    this.check = check;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listLiveAssistants", this::live);
    operations.on("listAssistants", this::list);
    operations.on("addAssistant", this::add);
    operations.on("getAssistant", this::get);
    operations.on("changeAssistant", this::change);
    operations.on("getAssistantVersion", this::version);
    operations.on("saveAssistant", this::save);
    operations.on("publishAssistant", this::publish);
  }

  static HttpProblem none() {
    return new HttpProblem.NotFound("There is no such assistant.");
  }

  private Future<Answer> live(Request request) {
    var all = shelf.live(request.call()).stream().map(Offered::of).toList();
    return Future.succeededFuture(Answer.json(new AllOffered(all)));
  }

  private Future<Answer> list(Request request) {
    return store.list(request.call()).map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> add(Request request) {
    var call = request.call();
    var wanted = request.body(Wanted.class);
    var definition = check.of(call, wanted.definition());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var made =
        new Assistant(ids.next(), wanted.slug(), wanted.name().strip(), null, 1, false, now, now);
    var draft = new Draft(definition, note(wanted.note()), now);
    var event = event(AuditAction.ASSISTANT_ADDED, made, Map.of("version", "1"));
    return store
        .add(call, made, draft, event)
        .compose(_ -> changes.look())
        .compose(_ -> detail(call, made.id()))
        .map(Answer::created);
  }

  private Future<Answer> get(Request request) {
    return detail(request.call(), request.pathId("assistant_id")).map(Answer::json);
  }

  private Future<Answer> version(Request request) {
    var number = Integer.parseInt(request.path("version"));
    return store
        .version(request.call(), request.pathId("assistant_id"), number)
        .map(found ->
            Answer.json(
                new Defined(
                    number,
                    found
                        .orElseThrow(() -> new HttpProblem.NotFound("There is no such version."))
                        .definition())));
  }

  private Future<Answer> save(Request request) {
    var call = request.call();
    var wanted = request.body(WantedVersion.class);
    var definition = check.of(call, wanted.definition());
    return find(call, request.pathId("assistant_id"))
        .compose(assistant -> {
          var version = wanted.after() + 1;
          var draft = new Draft(definition, note(wanted.note()), clock.instant());
          var event = event(AuditAction.ASSISTANT_SAVED, assistant, said(version));
          return store.save(call, assistant.id(), version, draft, event).map(assistant.id());
        })
        .compose(id -> detail(call, id))
        .map(Answer::created);
  }

  private Future<Answer> publish(Request request) {
    var call = request.call();
    var version = request.body(WantedLive.class).version();
    return find(call, request.pathId("assistant_id"))
        .compose(assistant -> {
          var before = assistant.liveVersion();
          var event =
              event(
                  AuditAction.ASSISTANT_PUBLISHED,
                  assistant,
                  Map.of("version", "" + version, "before", before == null ? "" : "" + before));
          return store
              .publish(call, assistant.id(), version, clock.instant(), event)
              .map(assistant.id());
        })
        .compose(id -> changes.look().compose(_ -> detail(call, id)))
        .map(Answer::json);
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wanted = request.body(WantedChange.class);
    return find(call, request.pathId("assistant_id"))
        .compose(assistant ->
            renamed(call, assistant, wanted.name())
                .compose(_ -> kept(call, assistant, wanted.archived()))
                .map(assistant.id()))
        .compose(id -> changes.look().compose(_ -> detail(call, id)))
        .map(Answer::json);
  }

  private Future<Void> renamed(Call call, Assistant old, @Nullable String name) {
    if (name == null || name.strip().equals(old.name())) {
      return Future.succeededFuture();
    }
    var event =
        event(AuditAction.ASSISTANT_CHANGED, old, Map.of("change", "renamed", "to", name.strip()));
    return store.rename(call, old.id(), name.strip(), clock.instant(), event);
  }

  private Future<Void> kept(Call call, Assistant old, @Nullable Boolean archived) {
    if (archived == null || archived == old.archived()) {
      return Future.succeededFuture();
    }
    var change = Map.of("change", archived ? "archived" : "restored");
    var event = event(AuditAction.ASSISTANT_CHANGED, old, change);
    return archived
        ? store.archive(call, old.id(), clock.instant(), event)
        : store.restore(call, old.id(), clock.instant(), event);
  }

  private Future<Assistant> find(Call call, UUID id) {
    return store.find(call, id).map(found -> found.orElseThrow(AssistantRoutes::none));
  }

  private Future<Detail> detail(Call call, UUID id) {
    return find(call, id)
        .compose(assistant -> {
          var revisions = store.revisions(call, id);
          var newest = store.version(call, id, assistant.latestVersion());
          return Future.all(revisions, newest)
              .map(_ ->
                  new Detail(
                      assistant,
                      newest.result().orElseThrow(AssistantRoutes::none).definition(),
                      revisions.result()));
        });
  }

  private static String note(@Nullable String note) {
    return note == null ? "" : note.strip();
  }

  private static Map<String, String> said(int version) {
    return Map.of("version", Integer.toString(version));
  }

  private static AuditEvent event(
      AuditAction action, Assistant assistant, Map<String, String> said) {
    var detail = new HashMap<>(said);
    detail.put("name", assistant.name());
    return AuditEvent.of(action, "assistant:" + assistant.id(), detail);
  }

  private record All(List<Assistant> assistants) {}

  private record AllOffered(List<Offered> assistants) {}

  /// What everybody may know of one.
  private record Offered(String slug, String name, String greeting, List<String> suggestions) {
    static Offered of(AssistantVersion version) {
      var definition = version.definition();
      return new Offered(
          version.slug(), version.name(), definition.greeting(), definition.suggestions());
    }
  }

  private record Wanted(String slug, String name, @Nullable String note, Definition definition) {}

  /// @param after the version that it was made of, which has to be the newest
  private record WantedVersion(int after, @Nullable String note, Definition definition) {}

  private record WantedLive(int version) {}

  private record WantedChange(@Nullable String name, @Nullable Boolean archived) {}

  /// @param definition of the newest version
  private record Detail(
      Assistant assistant, Definition definition, List<Assistant.Revision> versions) {}

  private record Defined(int version, Definition definition) {}
}
