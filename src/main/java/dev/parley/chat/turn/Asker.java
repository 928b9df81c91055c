package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asked, as it is kept with a turn: another replica that begins the answer anew does so on
/// their behalf. What they might do was decided when they asked.
///
/// @param callId the request that asked
/// @param user null for nobody in particular
/// @param session of a person
/// @param key of a program
record Asker(
    String callId,
    @Nullable UUID user,
    @Nullable UUID session,
    @Nullable String key,
    @Nullable Role role,
    Set<String> scopes,
    boolean local) {
  Asker {
    scopes = Set.copyOf(scopes);
  }

  /// Null for the product itself, which asks nothing that has to be answered later.
  static @Nullable Asker of(Call call) {
    return switch (call.caller()) {
      case Caller.Person person ->
          new Asker(
              call.id(),
              person.user().value(),
              person.session(),
              null,
              person.role(),
              Set.of(),
              false);
      case Caller.Key key ->
          new Asker(
              call.id(), key.user().value(), null, key.keyId(), key.role(), key.scopes(), false);
      case Caller.Anonymous anonymous ->
          new Asker(call.id(), null, null, null, null, Set.of(), anonymous.local());
      case Caller.Parley _ -> null;
    };
  }

  /// A call as theirs. It has an id of its own, since entries in the ledger are named after it.
  Call call(WorkspaceId workspace, int attempt, Deadline deadline) {
    return new Call(callId + "-" + attempt, caller(workspace), deadline);
  }

  private Caller caller(WorkspaceId workspace) {
    if (user != null && session != null && role != null) {
      return new Caller.Person(workspace, new UserId(user), session, role);
    }
    if (user != null && key != null && role != null) {
      return new Caller.Key(workspace, new UserId(user), key, role, scopes);
    }
    return new Caller.Anonymous(workspace, local);
  }
}
