package dev.parley.control.setting;

import dev.parley.call.Call;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Changes;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Operations on settings. A change is answered when this replica has taken it over.
final class SettingRoutes implements RouteGroup {
  private static final int PAGE = 20;

  private final SettingStore store;
  private final Settings settings;
  private final Changes changes;
  private final InstantSource clock;

  SettingRoutes(SettingStore store, Settings settings, Changes changes, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("getSettings", this::get);
    operations.on("changeSettings", this::change);
    operations.on("listSettingVersions", this::list);
    operations.on("getSettingVersion", this::version);
    operations.on("compareSettingVersions", this::compare);
    operations.on("restoreSettings", this::restore);
  }

  private Future<Answer> get(Request request) {
    var call = request.call();
    return store.newest(call).map(version -> answer(call, version));
  }

  private Answer answer(Call call, Version version) {
    return Answer.json(SettingViews.All.of(version, declared(call)));
  }

  private List<Setting<?>> declared(Call call) {
    return settings.declared(call.workspace());
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var wish = request.body(Wish.class);
    return current(call, wish.version())
        .compose(old -> {
          var chosen = wish.onto(old.chosen(), declared(call));
          return put(call, old, chosen, wish.note(), null);
        })
        .map(version -> answer(call, version));
  }

  private Future<Answer> restore(Request request) {
    var call = request.call();
    var wish = request.body(Back.class);
    var number = Integer.parseInt(request.path("version"));
    return current(call, wish.version())
        .compose(old ->
            find(call, number)
                .compose(older -> put(call, old, older.chosen(), wish.note(), number)))
        .map(version -> answer(call, version));
  }

  /// The version in force, if it is the one that the caller knows.
  private Future<Version> current(Call call, int known) {
    return store
        .newest(call)
        .compose(newest ->
            newest.number() == known
                ? Future.succeededFuture(newest)
                : Future.failedFuture(new SettingProblem.Changed()));
  }

  /// What changes nothing is no version.
  private Future<Version> put(
      Call call,
      Version old,
      Map<String, Object> chosen,
      @Nullable String note,
      @Nullable Integer restored) {
    if (chosen.equals(old.chosen())) {
      return Future.succeededFuture(old);
    }
    var said = note == null || note.isBlank() ? null : note.strip();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var version = new Version(old.number() + 1, chosen, call.caller().name(), now, said, restored);
    return store
        .add(call, version, event(call, old, version))
        .compose(_ -> changes.look())
        .map(_ -> version);
  }

  private AuditEvent event(Call call, Version old, Version version) {
    var detail = new TreeMap<String, String>();
    for (var one : Difference.between(old.chosen(), version.chosen(), declared(call))) {
      detail.put(one.key(), text(one.before()) + " → " + text(one.after()));
    }
    detail.put("version", Integer.toString(version.number()));
    if (version.restored() != null) {
      detail.put("restored", version.restored().toString());
    }
    return AuditEvent.of(AuditAction.SETTINGS_CHANGED, "settings", detail);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : Json.text(value);
  }

  private Future<Answer> list(Request request) {
    var limit = request.query("limit").map(Integer::parseInt).orElse(PAGE);
    var before = request.query("before").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    var call = request.call();
    return store
        .page(call, before, limit + 1)
        .map(found -> {
          var steps = new ArrayList<SettingViews.Step>();
          for (var i = 0; i < Math.min(limit, found.size()); i++) {
            steps.add(SettingViews.Step.of(found.get(i), made(call, found, i)));
          }
          var next = found.size() > limit ? steps.getLast().version() : null;
          return Answer.json(new SettingViews.Page(List.copyOf(steps), next));
        });
  }

  private @Nullable List<Difference> made(Call call, List<Version> found, int at) {
    var version = found.get(at);
    if (at + 1 == found.size() && version.number() > 1) {
      return null;
    }
    var old = at + 1 == found.size() ? Version.NONE : found.get(at + 1);
    return Difference.between(old.chosen(), version.chosen(), declared(call));
  }

  private Future<Answer> version(Request request) {
    return find(request.call(), Integer.parseInt(request.path("version")))
        .map(found -> Answer.json(SettingViews.Whole.of(found)));
  }

  private Future<Answer> compare(Request request) {
    var call = request.call();
    var from = request.query("from").map(Integer::parseInt).orElse(0);
    var to = request.query("to").map(Integer::parseInt).orElse(0);
    return find(call, from)
        .compose(before ->
            find(call, to)
                .map(after -> {
                  var all = Difference.between(before.chosen(), after.chosen(), declared(call));
                  return Answer.json(new SettingViews.Compared(from, to, all));
                }));
  }

  private Future<Version> find(Call call, int number) {
    return number == 0
        ? Future.succeededFuture(Version.NONE)
        : store
            .find(call, number)
            .compose(found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(() ->
                        Future.failedFuture(
                            new HttpProblem.NotFound(
                                "There is no such version of the settings."))));
  }

  private record Back(int version, @Nullable String note) {}
}
