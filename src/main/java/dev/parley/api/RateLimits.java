package dev.parley.api;

import dev.parley.call.Caller;
import dev.parley.metering.limit.LimitProblem;
import dev.parley.metering.limit.Limits;
import dev.parley.metering.limit.Verdict;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Counts requests: of a key, of a person, and of an address where there is neither, which goes for
/// refused credentials too. Every counted answer says how much is left.
final class RateLimits {
  private static final int NETWORK_BYTES = 8;

  private final Limits limits;

  RateLimits(Limits limits) {
    this.limits = limits;
  }

  /// Fails with [LimitProblem.RateLimited] when there were too many.
  ///
  /// @param address where the request comes from
  /// @param own requests per window, where the caller has a limit of its own
  Future<Void> check(RoutingContext context, Caller caller, Optional<Integer> own, String address) {
    return check(
        context,
        switch (caller) {
          case Caller.Person _, Caller.Key _ -> caller.name();
          case Caller.Anonymous _, Caller.Parley _ -> "address:" + network(address);
        },
        own);
  }

  /// The same for somebody who could not say who they are.
  Future<Void> checkStranger(RoutingContext context, String address) {
    return check(context, "address:" + network(address), Optional.empty());
  }

  private Future<Void> check(RoutingContext context, String subject, Optional<Integer> own) {
    return limits
        .take(subject, own)
        .compose(verdict -> {
          tell(context, verdict);
          return verdict.allowed()
              ? Future.succeededFuture()
              : Future.failedFuture(new LimitProblem.RateLimited(verdict));
        });
  }

  private static void tell(RoutingContext context, Verdict verdict) {
    var seconds = (verdict.resetAfter().toMillis() + 999) / 1000;
    context
        .response()
        .putHeader("RateLimit-Limit", Integer.toString(verdict.limit()))
        .putHeader("RateLimit-Remaining", Integer.toString(verdict.remaining()))
        .putHeader("RateLimit-Reset", Long.toString(seconds));
  }

  /// Whoever has one IPv6 address has the 64 bits behind it too.
  static String network(String address) {
    if (address.isEmpty() || !(InetAddress.ofLiteral(address) instanceof Inet6Address six)) {
      return address;
    }
    return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64";
  }
}
