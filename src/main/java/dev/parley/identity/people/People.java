package dev.parley.identity.people;

import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditStore;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.session.Letters;
import dev.parley.identity.session.LiveSessions;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of what administrators do with people.
public record People(RouteGroup routes) {

  /// Wires the package.
  public static People of(
      Database database,
      AccountStore accounts,
      AuditStore audit,
      LiveSessions live,
      Letters letters,
      WorkspaceId firstWorkspace,
      Ids ids,
      InstantSource clock) {
    var store = new PeopleStore(database, audit);
    var invitations = new InvitationStore(database);
    return new People(
        new PeopleRoutes(store, accounts, invitations, live, letters, firstWorkspace, ids, clock));
  }
}
