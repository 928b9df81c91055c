package dev.parley.call;

import java.util.Objects;

/// What travels with one request through every layer: its id, who asks and how long it may take.
///
/// Every method that leaves its package takes a `Call` first. It is immutable and carries no Vert.x
/// context, so it crosses threads freely.
///
/// @param id the request id, as in `x-request-id`, in log lines and in error bodies
/// @param caller who asks; decides which workspace's rows can be seen
/// @param deadline when every wait of this call ends
/// @param address the network address of who asks; empty where the product acts by itself
public record Call(String id, Caller caller, Deadline deadline, String address) {
  public Call {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(address, "address");
  }

  /// A call that comes from no network.
  public Call(String id, Caller caller, Deadline deadline) {
    this(id, caller, deadline, "");
  }

  /// The workspace whose rows this call may see.
  public WorkspaceId workspace() {
    return caller.workspace();
  }

  /// The same call, ending at another time.
  public Call until(Deadline deadline) {
    return new Call(id, caller, deadline, address);
  }
}
