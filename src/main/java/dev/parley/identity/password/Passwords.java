package dev.parley.identity.password;

import dev.parley.identity.password.Argon2.Cost;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes and checks passwords with Argon2id. One hash takes some 30 ms and 19 MiB, so two threads
/// do it and a bounded number waits; who comes then is told [HttpProblem.Overloaded]. Futures end
/// on the caller's context, or on a thread of ours for a caller without one.
public final class Passwords implements AutoCloseable {
  private static final Cost COST = new Cost(19_456, 2, 1);
  private static final int SALT_BYTES = 16;
  private static final int THREADS = 2;
  private static final int WAITING = 32;

  private final SecureRandom random = new SecureRandom();
  // Made at the start: checking against it costs what checking against a stored one does.
  private final Argon2 nobody;
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("password-", 0).factory());

  /// Takes as long as one hash.
  public Passwords() {
    workers.allowCoreThreadTimeOut(true);
    nobody = Argon2.hash("", salt(), COST);
  }

  /// The text to store. The password must have passed [PasswordRules].
  public Future<String> hash(String password) {
    var text = PasswordText.of(password);
    if (!text.isAllowed()) {
      return Future.failedFuture(new IllegalArgumentException("the rules refuse this password"));
    }
    return work(() -> Argon2.hash(text.normal(), salt(), COST).toString());
  }

  /// Whether the password is the one that was hashed. Fails when `stored` is no hash.
  ///
  /// @param stored null when there is no such account, or it has no password: the answer is then
  ///   no, after the same time
  public Future<Boolean> matches(String password, @Nullable String stored) {
    var text = PasswordText.of(password);
    return work(() -> {
      if (stored == null || !text.isAllowed()) {
        var _ = nobody.matches("");
        return false;
      }
      return Argon2.parse(stored).matches(text.normal());
    });
  }

  /// Whether a hash was made at another cost than today's, and is to be made anew at the next
  /// sign-in.
  public boolean outdated(String stored) {
    var hash = Argon2.parse(stored);
    return !hash.cost().equals(COST) || hash.salt().length < SALT_BYTES;
  }

  private byte[] salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private <T> Future<T> work(Callable<T> task) {
    var promise = Promise.<T>promise();
    var context = Vertx.currentContext();
    try {
      workers.execute(() -> {
        var done = ended(task);
        if (context == null) {
          done.onComplete(promise);
        } else {
          context.runOnContext(_ -> done.onComplete(promise));
        }
      });
    } catch (RejectedExecutionException _) {
      return Future.failedFuture(
          workers.isShutdown() ? new HttpProblem.Draining() : new HttpProblem.Overloaded());
    }
    return promise.future();
  }

  private static <T> Future<T> ended(Callable<T> task) {
    try {
      return Future.succeededFuture(task.call());
    } catch (Exception e) {
      return Future.failedFuture(e);
    }
  }

  /// Takes no more work. What has been taken ends first, which is a second at most.
  @Override
  public void close() {
    workers.shutdown();
  }
}
