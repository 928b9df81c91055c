package dev.parley.retrieval.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Vectors as bytes: 32-bit floats, little endian, one after the other.
public final class Vectors {
  private Vectors() {}

  public static byte[] toBytes(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  public static float[] fromBytes(byte[] bytes) {
    var vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
