package dev.parley.identity.oidc;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.session.Entrance;
import dev.parley.identity.session.LiveSessions;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Function;

/// The door of signing in with an account from elsewhere.
public record Oidc(RouteGroup routes) {
  /// Where the button of the sign-in page leads.
  public static final String START = "/api/v1/auth/oidc/start";

  private static final String CALLBACK = "/api/v1/auth/oidc/callback";

  /// Wires the package. Nothing is asked of the provider before somebody signs in.
  public static Oidc of(OidcConfig config, Needs needs) {
    var clock = needs.clock();
    var accounts =
        new Accounts(
            needs.accounts(),
            new InvitationStore(needs.database()),
            new OidcStore(needs.database(), needs.audit()),
            needs.live(),
            new Accounts.Rules(config.register(), needs.openRegistration(), needs.firstWorkspace()),
            needs.ids(),
            clock);
    var signIn =
        new OidcSignIn(
            config,
            needs.publicUrl() + CALLBACK,
            new Provider(config, needs.outbound(), clock),
            accounts,
            clock);
    var cookie = new FlowCookie(needs.sealer(), needs.firstWorkspace(), clock);
    return new Oidc(
        new OidcRoutes(config.isOn(), signIn, needs.entrance(), cookie, needs.stories()));
  }

  /// What signing in with an account from elsewhere is given.
  ///
  /// @param openRegistration whether anybody could make an account with any address at some time
  /// @param publicUrl where people find this server, without a slash at the end
  public record Needs(
      Database database,
      AccountStore accounts,
      AuditStore audit,
      Entrance entrance,
      LiveSessions live,
      Stories stories,
      Outbound outbound,
      Sealer sealer,
      Function<Call, Future<Boolean>> openRegistration,
      WorkspaceId firstWorkspace,
      String publicUrl,
      Ids ids,
      InstantSource clock) {}
}
