package dev.parley.call;

import java.util.Objects;
import java.util.UUID;

/// Names one workspace: the border that no text crosses.
public record WorkspaceId(UUID value) {
  public WorkspaceId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
