package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.control.setting.Settings;
import dev.parley.identity.IdentityConfig.Registration;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.key.ApiKeys;
import dev.parley.identity.oidc.Oidc;
import dev.parley.identity.oidc.OidcConfig;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.people.People;
import dev.parley.identity.session.Letters;
import dev.parley.identity.session.Sessions;
import dev.parley.identity.session.Sessions.Elsewhere;
import dev.parley.identity.token.AccessTokens;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.mail.Mailer;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The door of identity.
///
/// @param workspace the first workspace, made at the first start
/// @param part ends what signs people in
public record Identity(
    WorkspaceId workspace,
    Callers callers,
    Setup setup,
    Workspaces workspaces,
    List<RouteGroup> routes,
    Part part) {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  /// Opens identity on a migrated database. Blocks; called once, from the main thread.
  public static Identity of(IdentityConfig config, Needs needs) {
    var database = needs.database();
    var clock = needs.clock();
    var store = new IdentityStore(database);
    var workspace = first(store, needs.ids(), clock);
    var chosen = WorkspaceSettings.in(needs.settings(), workspace, config.registration());
    var accounts = new AccountStore(database);
    var passwords = new Passwords();
    var letters = new Letters(needs.mailer(), needs.publicUrl(), needs.development());
    var workspaces = new Workspaces(store, chosen);
    var tokens = AccessTokens.of(config.token(), needs.dataDir(), needs.ids(), clock);
    var sessions =
        Sessions.of(
            settings(config, chosen.registration()),
            new Sessions.Needs(
                database,
                accounts,
                passwords,
                tokens,
                needs.sealer(),
                needs.audit(),
                letters,
                () -> setupNeeded(workspaces, workspace, clock),
                workspace,
                needs.ids(),
                clock));
    var keys = ApiKeys.of(database, needs.audit().store(), clock);
    var people = people(needs, accounts, sessions, workspace);
    var oidc = oidc(config, needs, accounts, sessions, workspace);
    var routes = new ArrayList<>(sessions.routes());
    routes.addAll(
        List.of(oidc.routes(), keys.routes(), people.routes(), new IdentityRoutes(tokens)));
    return new Identity(
        workspace,
        new Callers(keys.keys(), sessions.live(), config.anonymousAccess(), workspace),
        new Setup(store, clock),
        workspaces,
        routes,
        part(sessions, passwords, needs.mailer()));
  }

  private static Part part(Sessions sessions, Passwords passwords, Mailer mailer) {
    return Part.of(
        "identity",
        _ -> Future.succeededFuture(),
        vertx -> stop(vertx, sessions, passwords, mailer));
  }

  private static @Nullable Elsewhere elsewhere(OidcConfig config) {
    return config.isOn() ? new Elsewhere(config.name(), Oidc.START) : null;
  }

  private static Oidc oidc(
      IdentityConfig config,
      Needs needs,
      AccountStore accounts,
      Sessions sessions,
      WorkspaceId workspace) {
    return Oidc.of(
        config.oidc(),
        new Oidc.Needs(
            needs.database(),
            accounts,
            needs.audit().store(),
            sessions.entrance(),
            sessions.live(),
            sessions.stories(),
            needs.outbound(),
            needs.sealer(),
            call -> wasOpen(config, needs, workspace, call),
            workspace,
            needs.publicUrl(),
            needs.ids(),
            needs.clock()));
  }

  /// Whether anybody may hold a password of an account with an address that is not theirs, because
  /// accounts could be made by everybody at some time.
  private static Future<Boolean> wasOpen(
      IdentityConfig config, Needs needs, WorkspaceId workspace, Call call) {
    if (!config.passwordSignIn()) {
      return Future.succeededFuture(false);
    }
    return config.registration() == Registration.OPEN
        ? Future.succeededFuture(true)
        : needs
            .settings()
            .ever(
                call.as(new Caller.Parley(workspace)),
                WorkspaceSettings.REGISTRATION,
                WorkspaceSettings.wireName(Registration.OPEN));
  }

  private static Sessions.Settings settings(IdentityConfig config, Supplier<String> registration) {
    return new Sessions.Settings(
        registration,
        config.passwordSignIn(),
        elsewhere(config.oidc()),
        config.sessionIdle(),
        config.sessionLongest());
  }

  private static People people(
      Needs needs, AccountStore accounts, Sessions sessions, WorkspaceId workspace) {
    return People.of(
        needs.database(),
        accounts,
        needs.audit().store(),
        sessions.live(),
        sessions.letters(),
        workspace,
        needs.ids(),
        needs.clock());
  }

  private static Future<?> stop(
      Vertx vertx, Sessions sessions, Passwords passwords, Mailer mailer) {
    return vertx
        .executeBlocking(() -> {
          sessions.stories().drain(DRAIN);
          passwords.close();
          return true;
        })
        .compose(_ -> mailer.close());
  }

  private static Future<Boolean> setupNeeded(
      Workspaces workspaces, WorkspaceId workspace, InstantSource clock) {
    var call =
        new Call("methods", new Caller.Parley(workspace), Deadline.after(clock, START_LIMIT));
    return workspaces.of(call).map(found -> !found.hasOwner());
  }

  private static WorkspaceId first(IdentityStore store, Ids ids, InstantSource clock) {
    var call = new Call("start", new Caller.Parley(NONE), Deadline.after(clock, START_LIMIT));
    try {
      return store
          .firstWorkspace(call, ids.next(), "Parley", clock.instant())
          .await(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// What identity is given.
  ///
  /// @param dataDir for keys that nobody configured
  /// @param publicUrl where people find this server, without a slash at the end
  public record Needs(
      Database database,
      Path dataDir,
      Sealer sealer,
      Audit audit,
      Settings settings,
      Mailer mailer,
      Outbound outbound,
      String publicUrl,
      boolean development,
      Ids ids,
      InstantSource clock) {}
}
