package dev.parley.control.edit;

import dev.parley.platform.http.Failure;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;

/// Something of this name is there.
public final class NameTaken extends Failure {
  private static final long serialVersionUID = 1L;

  private NameTaken(String name) {
    super(409, "name_taken", "There is already one called \"" + name + "\".");
  }

  /// What a failed edit is to whoever asked for it: this, when the database knows the name.
  public static Throwable or(Throwable failure, String name) {
    var known = failure instanceof Conflict conflict && conflict.constraint().endsWith("_key");
    return known ? new NameTaken(name) : failure;
  }
}
