package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose conversations a caller sees.
public final class Owner {
  private Owner() {}

  /// The caller's user, or null for the conversations of everybody without credentials.
  public static @Nullable UUID of(Call call) {
    return switch (call.caller()) {
      case Caller.Person person -> person.user().value();
      case Caller.Key key -> key.user().value();
      case Caller.Anonymous _, Caller.Parley _ -> null;
    };
  }
}
