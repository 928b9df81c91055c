package dev.parley.retrieval.search;

/// The embedding model an index is made for. Vectors of two models never share an index.
///
/// @param model name of the model
/// @param dimensions length of its vectors, 1 to 4096
public record IndexShape(String model, int dimensions) {
  static final int MAX_DIMENSIONS = 4096;

  /// How far the square of a length may be from 1: rounding, half precision on the wire.
  private static final double TOLERANCE = 0.02;

  public IndexShape {
    if (model.isBlank() || dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException("no such embedding: " + model + ", " + dimensions);
    }
  }

  /// Refuses a vector that a dot product would not compare rightly.
  void requireFits(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "a vector of " + vector.length + " dimensions, the index has " + dimensions);
    }
    var square = 0.0;
    for (var each : vector) {
      square += each * each;
    }
    if (!(Math.abs(square - 1) < TOLERANCE)) {
      throw new IllegalArgumentException("a vector whose length is not 1");
    }
  }
}
