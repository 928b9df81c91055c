package dev.parley.call;

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
  record Person(WorkspaceId workspace, UserId user) implements Caller {}

  /// A program with an API key, acting for the user who made the key.
  record Key(WorkspaceId workspace, UserId user, String keyId) implements Caller {}

  /// Somebody without credentials, where the configuration allows that.
  ///
  /// @param local whether it is the person at the machine itself, who may do everything
  record Anonymous(WorkspaceId workspace, boolean local) implements Caller {}

  /// The product itself: ingestion, recovery, the loading of the manual.
  record Parley(WorkspaceId workspace) implements Caller {}
}
