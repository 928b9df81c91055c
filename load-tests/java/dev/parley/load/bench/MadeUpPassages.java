package dev.parley.load.bench;

import java.util.SplittableRandom;

/// Passages without meaning but with the shape of real ones: words as frequent as in a language
/// (Zipf), vectors in clusters, as those of an embedding model are. The same for the same number.
final class MadeUpPassages {
  private static final long SEED = 20_261_122;
  private static final int WORDS = 30_000;
  private static final int WORDS_EACH = 80;
  private static final int CLUSTERS = 2_000;

  /// Words of a question, from the rarer ones of the passage it is about.
  private static final int WORDS_ASKED = 8;

  private static final int COMMON = 100;
  private static final String[] SYLLABLES = {
    "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pa", "de", "gi", "lo", "fu", "ma"
  };

  private final int dimensions;
  private final float[][] centres = new float[CLUSTERS][];
  private final double[] upTo = new double[WORDS];

  MadeUpPassages(int dimensions) {
    this.dimensions = dimensions;
    var random = new SplittableRandom(SEED);
    for (var i = 0; i < CLUSTERS; i++) {
      centres[i] = unit(random);
    }
    var sum = 0.0;
    for (var i = 0; i < WORDS; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  /// Of length 1; at about 45° from the middle of its cluster.
  float[] vector(long number) {
    return near(new SplittableRandom(SEED + number).nextInt(CLUSTERS), number);
  }

  String text(long number) {
    var random = random(number);
    var text = new StringBuilder();
    for (var i = 0; i < WORDS_EACH; i++) {
      text.append(word(rank(random))).append(' ');
    }
    return text.toString().strip();
  }

  /// Of a question about a passage: elsewhere in the same cluster.
  float[] vectorAsked(long number) {
    var cluster = new SplittableRandom(SEED + number).nextInt(CLUSTERS);
    return near(cluster, -1 - number);
  }

  /// Of a question about a passage.
  String textAsked(long number) {
    var random = random(number);
    var text = new StringBuilder();
    var words = 0;
    for (var i = 0; i < WORDS_EACH && words < WORDS_ASKED; i++) {
      var rank = rank(random);
      if (rank >= COMMON) {
        text.append(word(rank)).append(' ');
        words++;
      }
    }
    return text.toString().strip();
  }

  private static SplittableRandom random(long number) {
    return new SplittableRandom(~SEED + number);
  }

  private float[] near(int cluster, long number) {
    var vector = unit(new SplittableRandom(SEED * 31 + number));
    for (var i = 0; i < dimensions; i++) {
      vector[i] += centres[cluster][i];
    }
    return normalized(vector);
  }

  private float[] unit(SplittableRandom random) {
    var vector = new float[dimensions];
    for (var i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return normalized(vector);
  }

  private static float[] normalized(float[] vector) {
    var square = 0.0;
    for (var each : vector) {
      square += each * each;
    }
    var length = Math.sqrt(square);
    for (var i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  /// How many words are more frequent.
  private int rank(SplittableRandom random) {
    var drawn = random.nextDouble() * upTo[WORDS - 1];
    var low = 0;
    var high = WORDS - 1;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (upTo[middle] < drawn) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String word(int rank) {
    var word = new StringBuilder();
    for (var left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }
    return word.toString();
  }
}
