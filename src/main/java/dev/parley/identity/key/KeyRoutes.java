package dev.parley.identity.key;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.identity.key.ApiKey.Kind;
import dev.parley.identity.key.KeyStore.KeyRow;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Operations on API keys: people see and revoke their own, administrators all.
final class KeyRoutes implements RouteGroup {
  private static final Set<String> PUBLISHABLE_SCOPES = Set.of("ask");

  private final KeyStore store;
  private final Keys keys;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  KeyRoutes(KeyStore store, Keys keys, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listKeys", this::list);
    operations.on("createKey", this::create);
    operations.on("revokeKey", this::revoke);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return store
        .list(call, visible(person(call)))
        .map(rows -> Answer.json(new All(rows.stream().map(KeyView::of).toList())));
  }

  private Future<Answer> create(Request request) {
    var call = request.call();
    var person = person(call);
    var wanted = request.body(Wanted.class);
    var kind = "publishable".equals(wanted.kind()) ? Kind.PUBLISHABLE : Kind.SECRET;
    check(wanted, kind);
    var key = ApiKey.mint(kind, random);
    var row = row(key, kind, person, wanted);
    var event =
        AuditEvent.of(
            AuditAction.KEY_CREATED,
            "key:" + key.id(),
            Map.of("kind", kind.name().toLowerCase(Locale.ROOT), "name", row.name()));
    return store
        .insert(call, row, event)
        .compose(_ -> store.list(call, person.user()))
        .map(rows ->
            Answer.created(
                new Made(
                    rows.stream()
                        .filter(one -> one.id().equals(key.id()))
                        .map(KeyView::of)
                        .findFirst()
                        .orElseGet(() -> KeyView.of(row)),
                    key.text())));
  }

  private KeyRow row(ApiKey key, Kind kind, Caller.Person maker, Wanted wanted) {
    var now = clock.instant();
    return new KeyRow(
        key.id(),
        maker.workspace(),
        maker.user(),
        maker.role(),
        "",
        key.hash(),
        kind,
        wanted.name().strip(),
        kind == Kind.PUBLISHABLE ? PUBLISHABLE_SCOPES : Set.copyOf(orEmpty(wanted.scopes())),
        orEmpty(wanted.origins()),
        wanted.requestsPerWindow(),
        now,
        expiry(wanted, now),
        null);
  }

  private Future<Answer> revoke(Request request) {
    var call = request.call();
    var id = request.path("key_id");
    var event = AuditEvent.of(AuditAction.KEY_REVOKED, "key:" + id);
    return store
        .revoke(call, id, visible(person(call)), clock.instant(), event)
        .compose(revoked -> {
          keys.forget(id);
          return revoked
              ? Future.succeededFuture(Answer.noContent())
              : Future.failedFuture(new HttpProblem.NotFound("There is no such key."));
        });
  }

  private static void check(Wanted wanted, Kind kind) {
    var origins = orEmpty(wanted.origins());
    if (kind == Kind.PUBLISHABLE && origins.isEmpty()) {
      throw invalid("/origins", "a publishable key needs the sites that may use it");
    }
    if (kind == Kind.SECRET && !origins.isEmpty()) {
      throw invalid("/origins", "only a publishable key is tied to sites");
    }
    if (kind == Kind.PUBLISHABLE
        && wanted.scopes() != null
        && !PUBLISHABLE_SCOPES.containsAll(wanted.scopes())) {
      throw invalid("/scopes", "a publishable key may only ask");
    }
  }

  private static HttpProblem invalid(String pointer, String detail) {
    return new HttpProblem.Invalid(
        "The key cannot be made like this.", List.of(new Offence(pointer, detail)));
  }

  private static @Nullable Instant expiry(Wanted wanted, Instant now) {
    return wanted.expiresInDays() == null
        ? null
        : now.plus(Duration.ofDays(wanted.expiresInDays()));
  }

  /// Whose keys a person may see; null for everybody's.
  private static @Nullable UserId visible(Caller.Person person) {
    return person.role() == Role.OWNER || person.role() == Role.ADMIN ? null : person.user();
  }

  private static Caller.Person person(Call call) {
    if (call.caller() instanceof Caller.Person person) {
      return person;
    }
    throw new HttpProblem.Forbidden("Keys are made and revoked by people who signed in.");
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private record Wanted(
      String name,
      @Nullable String kind,
      @Nullable List<String> scopes,
      @Nullable List<String> origins,
      @Nullable Integer requestsPerWindow,
      @Nullable Integer expiresInDays) {}

  private record All(List<KeyView> keys) {}

  private record Made(KeyView key, String text) {}

  private record KeyView(
      String id,
      String kind,
      String name,
      String hint,
      Set<String> scopes,
      List<String> origins,
      @Nullable Integer requestsPerWindow,
      String owner,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {
    static KeyView of(KeyRow row) {
      return new KeyView(
          row.id(),
          row.kind().name().toLowerCase(Locale.ROOT),
          row.name(),
          (row.kind() == Kind.SECRET ? "sk_" : "pk_") + row.id(),
          new TreeSet<>(row.scopes()),
          row.origins(),
          row.requestsPerWindow(),
          row.owner(),
          row.createdAt(),
          row.expiresAt(),
          row.lastUsedAt());
    }
  }
}
