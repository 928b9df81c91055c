package dev.parley.retrieval.base;

import dev.parley.retrieval.document.BaseStore.Everybody;
import dev.parley.retrieval.document.BaseStore.Level;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may read and change the documents of a base, besides administrators, who always may. Nobody
/// is let do more than the permissions of their role and their key allow.
///
/// @param everybody what everybody in the workspace may
/// @param grants what some may, where that is more
record BaseAccess(Everybody everybody, List<Grant> grants) {
  /// Of a new base: everybody reads, and agents change.
  static final BaseAccess USUAL =
      new BaseAccess(Everybody.READER, List.of(new Grant(null, GrantedRole.AGENT, Level.EDITOR)));

  BaseAccess {
    grants = List.copyOf(grants);
  }

  /// What a person, or everybody of a role, may do. One of the two is null.
  record Grant(@Nullable UUID userId, @Nullable GrantedRole role, Level level) {}

  /// Roles that are not administrators.
  enum GrantedRole {
    AGENT,
    MEMBER
  }
}
