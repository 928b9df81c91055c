package dev.parley.metering.usage;

import dev.parley.call.Caller;
import java.util.List;
import java.util.Locale;

/// Whom a budget or a limit is for.
///
/// @param id of the user or the key; empty for the workspace
public record Subject(Kind kind, String id) {
  /// Everybody of the workspace together.
  public static final Subject WORKSPACE = new Subject(Kind.WORKSPACE, "");

  /// Kinds of subjects.
  public enum Kind {
    WORKSPACE,
    USER,
    KEY;

    /// As stored and as in the API.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this name.
    public static Kind of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  public static Subject user(String id) {
    return new Subject(Kind.USER, id);
  }

  public static Subject key(String id) {
    return new Subject(Kind.KEY, id);
  }

  /// Everything that the caller is, the narrowest first: what a key does, its user does too.
  public static List<Subject> of(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> List.of(user(person.user().toString()), WORKSPACE);
      case Caller.Key key -> List.of(key(key.keyId()), user(key.user().toString()), WORKSPACE);
      case Caller.Anonymous _, Caller.Parley _ -> List.of(WORKSPACE);
    };
  }
}
