package dev.parley.identity.oidc;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.NewAccount;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.account.InvitationStore.Invitation;
import dev.parley.identity.session.LiveSessions;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Waits;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Which account somebody from elsewhere comes in with. Blocks; part of a story.
final class Accounts {
  private final AccountStore accounts;
  private final InvitationStore invitations;
  private final OidcStore store;
  private final LiveSessions live;
  private final Rules rules;
  private final Ids ids;
  private final InstantSource clock;
  private final Waits waits;

  Accounts(
      AccountStore accounts,
      InvitationStore invitations,
      OidcStore store,
      LiveSessions live,
      Rules rules,
      Ids ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.store = store;
    this.live = live;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
    this.waits = new Waits(clock);
  }

  /// The account of a subject: the one it came in with before, else the one of its address, else a
  /// new one, with the role of the invitation to its address where there is one.
  Account of(Call call, Person person) {
    var known = bySubject(call, person);
    var account = known.isPresent() ? known : byEmail(call, person);
    return account.isPresent()
        ? withRole(call, enabled(account.get()), person)
        : added(call, person);
  }

  private Optional<Account> bySubject(Call call, Person person) {
    return waits.on(call, accounts.findBySubject(call, person.subject()));
  }

  /// Links the account of the person's address, if there is one.
  private Optional<Account> byEmail(Call call, Person person) {
    var email = person.email();
    var found =
        email == null
            ? Optional.<Account>empty()
            : waits.on(call, accounts.findByEmail(call, email));
    found.map(Accounts::enabled).ifPresent(account -> link(call, account, person));
    return found;
  }

  private void link(Call call, Account account, Person person) {
    if (!person.emailProven()) {
      throw new OidcProblem.EmailTaken();
    }
    var here = in(account.workspace(), call);
    // Where anybody could register with any address, somebody else may hold the password of this
    // one.
    // An owner was made an owner by hand.
    var takesOver =
        account.role() != Role.OWNER && waits.on(call, rules.openRegistration().apply(call));
    var linked =
        takesOver
            ? store.takeOver(here, account.id(), person.subject(), clock.instant())
            : store.link(here, account.id(), person.subject());
    if (!waits.on(call, linked)) {
      throw new OidcProblem.EmailTaken();
    }
    live.forgetAll();
  }

  private Account added(Call call, Person person) {
    var invitation = invitation(call, person);
    if (invitation.isEmpty() && !rules.register()) {
      throw new OidcProblem.NoAccount();
    }
    var email = person.email();
    if (email == null) {
      throw new OidcProblem.NoEmail();
    }
    var workspace = invitation.map(Invitation::workspace).orElse(rules.firstWorkspace());
    var role = invitation.map(Invitation::role).orElse(Role.MEMBER);
    var account =
        new NewAccount(
            workspace,
            new UserId(ids.next()),
            email,
            person.name(),
            Objects.requireNonNullElse(person.role(), role),
            null,
            person.subject(),
            clock.instant());
    var used = invitation.map(Invitation::id).orElse(null);
    var _ = waits.on(call, store.add(in(workspace, call), account, used));
    // Not added means that another request of the same person was faster, or the address is taken.
    return bySubject(call, person).map(Accounts::enabled).orElseThrow(OidcProblem.EmailTaken::new);
  }

  /// An open invitation to the person's address, if the provider vouches for the address.
  private Optional<Invitation> invitation(Call call, Person person) {
    var email = person.email();
    return email == null || !person.emailProven()
        ? Optional.empty()
        : waits.on(call, invitations.findByEmail(call, email, clock.instant()));
  }

  /// The provider decides roles where it is asked about them; who owns a workspace is decided here.
  private Account withRole(Call call, Account account, Person person) {
    var role = person.role();
    if (role == null || role == account.role() || account.role() == Role.OWNER) {
      return account;
    }
    var here = in(account.workspace(), call);
    var changed = waits.on(call, store.setRole(here, account.id(), role)).orElse(account);
    live.forgetAll();
    return changed;
  }

  private static Account enabled(Account account) {
    if (!account.enabled()) {
      throw new OidcProblem.Disabled();
    }
    return account;
  }

  private static Call in(WorkspaceId workspace, Call call) {
    return call.as(new Caller.Parley(workspace));
  }

  /// Who may come in how.
  ///
  /// @param register whether people without an account get one
  /// @param openRegistration whether anybody could make an account with any address at some time
  /// @param firstWorkspace where new accounts are
  record Rules(
      boolean register,
      Function<Call, Future<Boolean>> openRegistration,
      WorkspaceId firstWorkspace) {}
}
