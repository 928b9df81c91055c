package dev.parley.load.provider;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/// What of a request's body matters here, found without a parser: the provider must cost little
/// beside what is measured. Good for bodies in which the names stand once.
final class Body {
  private static final byte[] STREAM = "\"stream\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] USER = "\"user\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] FAKE = "\"fake\"".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  static Body of(Buffer buffer) {
    return new Body(buffer.getBytes());
  }

  boolean streaming() {
    var at = value(STREAM);
    return at >= 0 && bytes[at] == 't';
  }

  /// The field `user`, which names the request in the log; empty when there is none.
  String user() {
    return text(USER);
  }

  /// The field `fake`, which says how to answer; empty when there is none.
  String fake() {
    return text(FAKE);
  }

  private String text(byte[] name) {
    var from = value(name);
    if (from < 0 || bytes[from] != '"') {
      return "";
    }
    var to = from + 1;
    while (to < bytes.length && bytes[to] != '"') {
      to++;
    }
    return new String(bytes, from + 1, to - from - 1, StandardCharsets.UTF_8);
  }

  /// Where the value of a name begins, or -1.
  private int value(byte[] name) {
    for (var at = 0; at + name.length < bytes.length; at++) {
      if (bytes[at] == '"' && stands(name, at)) {
        var value = past(' ', at + name.length);
        if (value < bytes.length && bytes[value] == ':') { // else it is a value itself
          value = past(' ', value + 1);
          return value < bytes.length ? value : -1;
        }
      }
    }
    return -1;
  }

  private int past(char character, int from) {
    var at = from;
    while (at < bytes.length && bytes[at] == character) {
      at++;
    }
    return at;
  }

  private boolean stands(byte[] name, int at) {
    for (var i = 1; i < name.length; i++) {
      if (bytes[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
