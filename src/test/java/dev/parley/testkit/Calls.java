package dev.parley.testkit;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// Calls for tests.
public final class Calls {
  /// The workspace of [#any].
  public static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0x7000L, 1));

  private static final Duration LENGTH = Duration.ofMinutes(5);

  private Calls() {}

  /// A call of nobody in particular, with time enough.
  public static Call any() {
    return in(WORKSPACE);
  }

  /// A call with this much time left; none when it is negative.
  public static Call within(Duration left) {
    return in(WORKSPACE, left);
  }

  /// A call of the product itself in one workspace, with time enough.
  public static Call in(WorkspaceId workspace) {
    return in(workspace, LENGTH);
  }

  /// The same with a length of its own.
  public static Call in(WorkspaceId workspace, Duration length) {
    var deadline = Deadline.after(InstantSource.system(), length);
    return new Call("test", new Caller.Parley(workspace), deadline);
  }
}
