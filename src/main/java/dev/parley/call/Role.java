package dev.parley.call;

/// What a person is in their workspace. Each may do what those after it may, and more.
public enum Role {
  /// Everything, owners included.
  OWNER,
  /// Everything but owners.
  ADMIN,
  /// Documents and other people's conversations that were handed over.
  AGENT,
  /// Asking, and one's own conversations.
  MEMBER
}
