package dev.parley.call;

import java.util.Set;
import java.util.UUID;

/// Who asks. A caller always belongs to one workspace.
public sealed interface Caller {
  WorkspaceId workspace();

  /// As in ledgers and logs: `user:…`, `key:…`, `anonymous` or `parley`.
  default String name() {
    return switch (this) {
      case Person person -> "user:" + person.user();
      case Key key -> "key:" + key.keyId();
      case Anonymous _ -> "anonymous";
      case Parley _ -> "parley";
    };
  }

  /// A person who signed in.
  ///
  /// @param session where they signed in
  record Person(WorkspaceId workspace, UserId user, UUID session, Role role) implements Caller {}

  /// A program with an API key, acting for the user who made the key.
  ///
  /// @param role of that user
  /// @param scopes what the key is good for, by its names in the contract; empty for everything its
  ///   user may
  record Key(WorkspaceId workspace, UserId user, String keyId, Role role, Set<String> scopes)
      implements Caller {
    public Key {
      scopes = Set.copyOf(scopes);
    }
  }

  /// Somebody without credentials, where the configuration allows that.
  ///
  /// @param local whether it is the person at the machine itself, who may do everything
  record Anonymous(WorkspaceId workspace, boolean local) implements Caller {}

  /// The product itself: ingestion, recovery, the loading of the manual.
  record Parley(WorkspaceId workspace) implements Caller {}
}
