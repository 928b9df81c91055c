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
/// @param trace the span that the call is part of, as in the header `traceparent`; empty for none
public record Call(String id, Caller caller, Deadline deadline, String address, String trace) {
  private static final int TRACE_ID_FROM = 3;
  private static final int TRACE_ID_TO = 35;

  public Call {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(trace, "trace");
  }

  /// A call that nobody traces.
  public Call(String id, Caller caller, Deadline deadline, String address) {
    this(id, caller, deadline, address, "");
  }

  /// A call that comes from no network.
  public Call(String id, Caller caller, Deadline deadline) {
    this(id, caller, deadline, "", "");
  }

  /// The workspace whose rows this call may see.
  public WorkspaceId workspace() {
    return caller.workspace();
  }

  /// The same call, ending at another time.
  public Call until(Deadline deadline) {
    return new Call(id, caller, deadline, address, trace);
  }

  /// The same call as another caller, for what the product does on somebody's behalf.
  public Call as(Caller caller) {
    return new Call(id, caller, deadline, address, trace);
  }

  /// The same call inside another span.
  public Call within(String trace) {
    return new Call(id, caller, deadline, address, trace);
  }

  /// What all spans of a request have in common; empty for none.
  public String traceId() {
    return trace.length() >= TRACE_ID_TO ? trace.substring(TRACE_ID_FROM, TRACE_ID_TO) : "";
  }
}
