package dev.parley.call;

import java.util.Objects;
import java.util.UUID;

/// Names one user of a workspace.
public record UserId(UUID value) {
  public UserId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
