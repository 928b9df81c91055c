package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.key.Secrets;
import dev.parley.identity.session.ThrottleStore.Rule;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Slows guessing down. An account is never locked, only slow: a stranger who knows an address
/// cannot keep its owner out for more than a minute.
final class Throttle {
  private static final Rule ACCOUNT =
      new Rule(6, Duration.ofMinutes(15), true, Duration.ofMinutes(1));
  private static final Rule NETWORK =
      new Rule(21, Duration.ofMinutes(1), false, Duration.ofMinutes(1));
  private static final int IPV6_NETWORK_BYTES = 8;

  private final ThrottleStore store;
  private final InstantSource clock;

  Throttle(ThrottleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Counts a try to sign in to an account. Fails with [AccountProblem.TooManyTries].
  Future<Void> tryAccount(Call call, String email) {
    return count(call, account(email), ACCOUNT);
  }

  /// Counts a try from a network: an IPv4 address, or the half of an IPv6 address that belongs to
  /// one customer.
  Future<Void> tryNetwork(Call call, String address) {
    return count(call, Secrets.sha256("network " + network(address)), NETWORK);
  }

  /// Uncounts a try whose password was never looked at, because there was no room: who tries again
  /// then is no guesser.
  Future<Void> takeBack(Call call, String email, String address) {
    var now = clock.instant();
    return store
        .takeBack(call, account(email), ACCOUNT, now)
        .compose(
            _ -> store.takeBack(call, Secrets.sha256("network " + network(address)), NETWORK, now));
  }

  /// The owner of the account came in.
  Future<Void> forget(Call call, String email) {
    return store.forget(call, account(email));
  }

  private Future<Void> count(Call call, byte[] subject, Rule rule) {
    var now = clock.instant();
    return store
        .count(call, subject, rule, now)
        .compose(until ->
            until.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture(new AccountProblem.TooManyTries(rest(until, now))));
  }

  private static Duration rest(Optional<Instant> until, Instant now) {
    var rest = Duration.between(now, until.orElse(now));
    return rest.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : rest;
  }

  private static byte[] account(String email) {
    return Secrets.sha256("account " + email.strip().toLowerCase(Locale.ROOT));
  }

  private static String network(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of()
          .formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
