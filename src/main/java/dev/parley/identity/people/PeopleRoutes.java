package dev.parley.identity.people;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.Standing;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.account.InvitationStore.Invitation;
import dev.parley.identity.account.PersonView;
import dev.parley.identity.key.Secrets;
import dev.parley.identity.session.Letters;
import dev.parley.identity.session.LiveSessions;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations on the people of a workspace.
final class PeopleRoutes implements RouteGroup {
  private static final Duration INVITATION_LIFE = Duration.ofDays(7);

  private final PeopleStore store;
  private final AccountStore accounts;
  private final InvitationStore invitations;
  private final LiveSessions live;
  private final Letters letters;
  private final WorkspaceId firstWorkspace;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  PeopleRoutes(
      PeopleStore store,
      AccountStore accounts,
      InvitationStore invitations,
      LiveSessions live,
      Letters letters,
      WorkspaceId firstWorkspace,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.invitations = invitations;
    this.live = live;
    this.letters = letters;
    this.firstWorkspace = firstWorkspace;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("listUsers", this::list);
    operations.on("changeUser", this::change);
    operations.on("invite", this::invite);
    operations.on("withdrawInvitation", this::withdraw);
    operations.on("createWorkspace", this::createWorkspace);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return Future.all(accounts.list(call), invitations.list(call))
        .map(both -> {
          List<Account> people = both.resultAt(0);
          List<Invitation> invited = both.resultAt(1);
          return Answer.json(
              new All(
                  people.stream().map(PersonView::of).toList(),
                  invited.stream().map(InvitationView::of).toList()));
        });
  }

  private Future<Answer> change(Request request) {
    var call = request.call();
    var id = new UserId(request.pathId("user_id"));
    var wanted = request.body(Wanted.class);
    var out = Boolean.FALSE.equals(wanted.enabled());
    return store
        .change(
            call,
            id,
            (before, owners) -> standing(call, before, wanted, owners),
            out,
            clock.instant(),
            before -> event(before, wanted))
        .onSuccess(_ -> live.forgetAll())
        .compose(after ->
            after.isPresent()
                ? Future.succeededFuture(Answer.json(PersonView.of(after.get())))
                : Future.failedFuture(new HttpProblem.NotFound("There is no such person.")));
  }

  /// Only owners change owners, and one enabled owner always stays.
  private static Standing standing(Call call, Account before, Wanted wanted, int owners) {
    var role = Optional.ofNullable(wanted.role()).map(AccountStore::role).orElse(before.role());
    var enabled = Optional.ofNullable(wanted.enabled()).orElse(before.enabled());
    var owner = before.role() == Role.OWNER;
    if ((owner || role == Role.OWNER) && !isOwner(call)) {
      throw new HttpProblem.Forbidden("Only owners make, change or disable owners.");
    }
    var leaves = owner && before.enabled() && (role != Role.OWNER || !enabled);
    if (leaves && owners <= 1) {
      throw new AccountProblem.LastOwner();
    }
    return new Standing(role, enabled);
  }

  private static boolean isOwner(Call call) {
    return switch (call.caller()) {
      case Caller.Person person -> person.role() == Role.OWNER;
      case Caller.Key key -> key.role() == Role.OWNER;
      case Caller.Anonymous anonymous -> anonymous.local();
      case Caller.Parley _ -> true;
    };
  }

  private static AuditEvent event(Account before, Wanted wanted) {
    var target = "user:" + before.id();
    if (wanted.enabled() != null && wanted.enabled() != before.enabled()) {
      return AuditEvent.of(
          wanted.enabled() ? AuditAction.USER_ENABLED : AuditAction.USER_DISABLED, target);
    }
    var from = before.role().name().toLowerCase(Locale.ROOT);
    var to = Optional.ofNullable(wanted.role()).orElse(from);
    return AuditEvent.of(AuditAction.USER_ROLE_CHANGED, target, Map.of("from", from, "to", to));
  }

  private Future<Answer> invite(Request request) {
    var call = request.call();
    var body = request.body(Invite.class);
    var role = AccountStore.role(body.role());
    if (role == Role.OWNER && !isOwner(call)) {
      return Future.failedFuture(new HttpProblem.Forbidden("Only owners invite owners."));
    }
    var now = clock.instant();
    var email = body.email().strip();
    var invitation =
        new Invitation(call.workspace(), ids.next(), email, role, now, now.plus(INVITATION_LIFE));
    var token = Secrets.mint(random);
    var event =
        AuditEvent.of(
            AuditAction.INVITATION_MADE,
            "invitation:" + invitation.id(),
            Map.of("role", body.role()));
    return accounts
        .findByEmail(call, email)
        .compose(taken ->
            taken.isPresent()
                ? Future.failedFuture(new AccountProblem.EmailTaken())
                : store.invite(call, invitation, Secrets.sha256(token), event))
        .map(_ -> {
          var link = letters.link("/register", token);
          var sent = letters.invite(call, email, link);
          return Answer.created(new Invited(InvitationView.of(invitation), link, sent));
        });
  }

  private Future<Answer> createWorkspace(Request request) {
    var call = request.call();
    if (!isOwner(call) || !call.workspace().equals(firstWorkspace)) {
      return Future.failedFuture(
          new HttpProblem.Forbidden("Only owners of the first workspace make others."));
    }
    var body = request.body(NewWorkspace.class);
    var now = clock.instant();
    var workspace = new WorkspaceId(ids.next());
    var email = body.ownerEmail().strip();
    var invitation =
        new Invitation(workspace, ids.next(), email, Role.OWNER, now, now.plus(INVITATION_LIFE));
    var token = Secrets.mint(random);
    var there = call.as(new Caller.Parley(workspace));
    var event =
        AuditEvent.of(AuditAction.INVITATION_MADE, "invitation:" + invitation.id())
            .by(call.caller().name());
    return accounts
        .findByEmail(call, email)
        .compose(taken ->
            taken.isPresent()
                ? Future.failedFuture(new AccountProblem.EmailTaken())
                : store.createWorkspace(
                    there, body.name().strip(), invitation, Secrets.sha256(token), event))
        .map(_ -> {
          var link = letters.link("/register", token);
          var sent = letters.invite(there, email, link);
          return Answer.created(
              new MadeWorkspace(workspace.value(), body.name().strip(), link, sent));
        });
  }

  private Future<Answer> withdraw(Request request) {
    var call = request.call();
    var id = request.pathId("invitation_id");
    var event = AuditEvent.of(AuditAction.INVITATION_WITHDRAWN, "invitation:" + id);
    return store
        .withdraw(call, id, event)
        .compose(there ->
            there
                ? Future.succeededFuture(Answer.noContent())
                : Future.failedFuture(new HttpProblem.NotFound("There is no such invitation.")));
  }

  private record All(List<PersonView> users, List<InvitationView> invitations) {}

  private record Wanted(@Nullable String role, @Nullable Boolean enabled) {}

  private record Invite(String email, String role) {}

  private record Invited(InvitationView invitation, String link, boolean sent) {}

  private record NewWorkspace(String name, String ownerEmail) {}

  private record MadeWorkspace(UUID id, String name, String link, boolean sent) {}

  private record InvitationView(
      UUID id, String email, String role, Instant createdAt, Instant expiresAt) {
    static InvitationView of(Invitation invitation) {
      return new InvitationView(
          invitation.id(),
          invitation.email(),
          invitation.role().name().toLowerCase(Locale.ROOT),
          invitation.createdAt(),
          invitation.expiresAt());
    }
  }
}
