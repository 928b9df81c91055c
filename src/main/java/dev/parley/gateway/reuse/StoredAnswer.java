package dev.parley.gateway.reuse;

import io.vertx.core.buffer.Buffer;

/// A whole answer as it was handed on: the bytes of the body, or of every event but the closing
/// one.
///
/// @param storedAt in milliseconds since 1970
record StoredAnswer(long storedAt, Buffer bytes) {
  private static final int HEAD = Long.BYTES;

  Buffer encoded() {
    return Buffer.buffer(HEAD + bytes.length()).appendLong(storedAt).appendBuffer(bytes);
  }

  static StoredAnswer decoded(Buffer encoded) {
    return new StoredAnswer(encoded.getLong(0), encoded.getBuffer(HEAD, encoded.length()));
  }

  boolean isYoungerThan(long seconds, long now) {
    return seconds == 0 || now - storedAt <= 1_000 * seconds;
  }
}
