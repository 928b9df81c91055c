package dev.parley.api;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.Callers;
import dev.parley.identity.Credentials;
import dev.parley.identity.Permissions;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Decides who may pass, before a byte of the body is read: finds the operation, the caller,
/// whether that caller may do that, and whether they asked too often.
final class Entry implements Handler<RoutingContext> {
  private static final String CALL = "call";
  private static final String OPERATION_ID = "operation-id";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Contract contract;
  private final Callers callers;
  private final RateLimits limits;
  private final WorkspaceId firstWorkspace;
  private final InstantSource clock;

  Entry(
      Contract contract,
      Callers callers,
      RateLimits limits,
      WorkspaceId firstWorkspace,
      InstantSource clock) {
    this.contract = contract;
    this.callers = callers;
    this.limits = limits;
    this.firstWorkspace = firstWorkspace;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    var operation = contract.openApi().findOperation(context.normalizedPath(), request.method());
    if (operation == null) {
      pageOrNothing(context);
      return;
    }
    Arrival.endpoint(context, operation.getOpenAPIPath());
    var id = operation.getOperationId();
    context.put(OPERATION_ID, id);
    var deadline = Deadline.after(clock, LIMIT);
    if (!contract.isLimited(id)) {
      pass(context, new Caller.Anonymous(firstWorkspace, false), deadline);
      return;
    }
    request.pause();
    caller(context, contract.permission(id), deadline)
        .onComplete(_ -> request.resume())
        .onSuccess(caller -> pass(context, caller, deadline))
        .onFailure(context::fail);
  }

  /// The router takes a path with a slash at its end for the one without; the contract does not, so
  /// nobody has been asked who they are.
  private void pageOrNothing(RoutingContext context) {
    var path = context.normalizedPath();
    var hasSlash = path.length() > 1 && path.endsWith("/");
    var bare = hasSlash ? path.substring(0, path.length() - 1) : path;
    if (hasSlash && contract.openApi().findOperation(bare, context.request().method()) != null) {
      context.fail(new HttpProblem.NotFound("There is nothing at this address."));
    } else {
      context.next();
    }
  }

  /// Counts every request once: for its caller, or, when it shows credentials that are not good,
  /// for its address.
  private Future<Caller> caller(RoutingContext context, String permission, Deadline deadline) {
    if (permission.equals(Permissions.NONE)) {
      return counted(context, new Caller.Anonymous(firstWorkspace, false));
    }
    return callers
        .identify(Arrival.requestId(context), deadline, credentials(context))
        .transform((caller, failure) ->
            caller == null
                ? limits
                    .checkStranger(context, address(context))
                    .compose(_ -> Future.failedFuture(failure))
                : counted(context, caller))
        .map(caller -> allowed(caller, permission));
  }

  private Future<Caller> counted(RoutingContext context, Caller caller) {
    return limits.check(context, caller, callers.limit(caller), address(context)).map(caller);
  }

  private static Caller allowed(Caller caller, String permission) {
    if (Permissions.allows(caller, permission)) {
      return caller;
    }
    throw caller instanceof Caller.Anonymous
        ? new HttpProblem.Unauthenticated("Sign in, or send an API key.")
        : new HttpProblem.Forbidden("You may not do this here.");
  }

  /// The operation that was found; empty for pages.
  static String operationId(RoutingContext context) {
    return Optional.<String>ofNullable(context.get(OPERATION_ID)).orElse("");
  }

  /// The call of a request that has passed.
  static Call call(RoutingContext context) {
    return Optional.<Call>ofNullable(context.get(CALL))
        .orElseThrow(() -> new IllegalStateException("the request did not pass the entry"));
  }

  private static void pass(RoutingContext context, Caller caller, Deadline deadline) {
    var call =
        new Call(
            Arrival.requestId(context), caller, deadline, address(context), Arrival.trace(context));
    context.put(CALL, call);
    context.next();
  }

  private static String address(RoutingContext context) {
    return Arrival.peer(context).address();
  }

  private static Credentials credentials(RoutingContext context) {
    var request = context.request();
    return new Credentials(
        Optional.ofNullable(request.getHeader("Authorization")),
        Optional.ofNullable(request.getHeader("Origin")),
        isLocal(context));
  }

  /// The host is checked too: a foreign name that resolves to this machine is not local.
  private static boolean isLocal(RoutingContext context) {
    var authority = context.request().authority();
    var peer = context.request().connection().remoteAddress();
    return authority != null
        && LOOPBACK_NAMES.contains(authority.host())
        && peer.isInetSocket()
        && InetAddress.ofLiteral(peer.hostAddress()).isLoopbackAddress();
  }
}
