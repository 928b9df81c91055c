package dev.parley.metering.limit;

import dev.parley.metering.limit.TokenStore.Grant;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Counts tokens for all replicas together, with one round trip for each call: a model takes a
/// thousand times as long. While Redis is away each replica counts for itself, with its share of
/// the limit.
final class SharedTokens implements TokenLimiter {
  private static final Log LOG = Log.of(SharedTokens.class);

  private final TokenStore store;
  private final TokenLimiter alone;
  private final int replicas;

  SharedTokens(TokenStore store, TokenLimiter alone, int replicas) {
    this.store = store;
    this.alone = alone;
    this.replicas = replicas;
  }

  @Override
  public Future<Tokens> take(String subject, long tokens, long limit, Duration window) {
    return store
        .take(subject, tokens, limit, window)
        .map(grant -> tokens(grant, subject, tokens, limit, window))
        .recover(_ -> alone.take(subject, tokens, Math.max(1, limit / replicas), window));
  }

  private Tokens tokens(Grant grant, String subject, long tokens, long limit, Duration window) {
    return grant.taken()
        ? new Taken(subject, tokens, window, grant.count().index())
        : new Tokens.Refused(grant.count().wait(tokens, limit, grant.elapsed(), window));
  }

  private final class Taken implements Tokens {
    private final String subject;
    private final long tokens;
    private final Duration window;
    private final long index;
    private final AtomicBoolean corrected = new AtomicBoolean();

    Taken(String subject, long tokens, Duration window, long index) {
      this.subject = subject;
      this.tokens = tokens;
      this.window = window;
      this.index = index;
    }

    @Override
    public boolean allowed() {
      return true;
    }

    @Override
    public Duration until() {
      return Duration.ZERO;
    }

    @Override
    public void correct(long actual) {
      if (actual != tokens && corrected.compareAndSet(false, true)) {
        var _ =
            store
                .correct(subject, window, index, actual - tokens)
                .onFailure(e -> LOG.debug("a token count stays an estimate", "cause", e));
      }
    }
  }
}
