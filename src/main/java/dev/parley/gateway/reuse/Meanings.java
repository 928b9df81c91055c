package dev.parley.gateway.reuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What questions meant that were answered lately, in this process: vectors, beside the name of the
/// stored answer. Questions meet only where all the rest of their requests is equal. Safe from any
/// thread.
final class Meanings {
  private static final int MOST_ALIKE = 256;
  private static final int MOST = 20_000;

  private final Cache<CacheKey, List<Meaning>> byRest;

  /// @param ttl how long an answer is kept
  Meanings(Duration ttl) {
    this.byRest =
        Caffeine.newBuilder()
            .expireAfterWrite(ttl)
            .maximumWeight(MOST)
            .<CacheKey, List<Meaning>>weigher((_, all) -> all.size())
            .build();
  }

  /// The answer to the most similar question, if one is similar enough.
  ///
  /// @param vector of length 1
  /// @param similarity the least cosine
  Optional<CacheKey> find(CacheKey rest, float[] vector, double similarity) {
    var best = Optional.<CacheKey>empty();
    var least = similarity;
    for (var known : Optional.ofNullable(byRest.getIfPresent(rest)).orElse(List.of())) {
      var cosine = dot(known.vector, vector);
      if (cosine >= least) {
        least = cosine;
        best = Optional.of(known.answer);
      }
    }
    return best;
  }

  void put(CacheKey rest, float[] vector, CacheKey answer) {
    byRest
        .asMap()
        .compute(
            rest,
            (_, known) -> {
              var all = known == null ? new CopyOnWriteArrayList<Meaning>() : known;
              all.removeIf(meaning -> meaning.answer.equals(answer));
              all.add(new Meaning(vector, answer));
              if (all.size() > MOST_ALIKE) {
                all.removeFirst();
              }
              return all;
            });
  }

  private static double dot(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// What a question meant. A class, since records with arrays are compared by identity.
  private static final class Meaning {
    private final float[] vector;
    private final CacheKey answer;

    Meaning(float[] vector, CacheKey answer) {
      this.vector = vector;
      this.answer = answer;
    }
  }
}
