package dev.parley.platform.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads server-sent events from bytes that arrive cut anywhere. Lines end in LF, CR or CRLF;
/// comments are skipped; several `data` lines make one event, joined by LF. An event that the
/// stream's end cuts short is never reported. For one thread at a time.
public final class SseDecoder {
  private static final int MAX_LINE = 1 << 20;
  private static final int MAX_EVENT = 256 << 10;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Sink sink;
  private final OpenBytes line = new OpenBytes();
  private final OpenBytes data = new OpenBytes();
  private String name = "";
  private String id = "";
  private boolean hasData;
  private boolean firstLine = true;
  private boolean afterReturn;

  public SseDecoder(Sink sink) {
    this.sink = sink;
  }

  /// Takes whole events out of the stream.
  @FunctionalInterface
  public interface Sink {
    /// Reads one event.
    ///
    /// @param name the `event` field; empty when there was none
    /// @param data holds the event's data, UTF-8, until this method returns
    /// @param length how many bytes of `data` count
    /// @return whether the rest of the stream is wanted
    boolean event(String name, byte[] data, int length);
  }

  /// A line or event is longer than any honest sender's.
  public static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong(String what) {
      super(what, null, false, false);
    }
  }

  /// The `id` of the event that is being read by the sink, or else of the last one that had one;
  /// empty when there was none yet.
  public String id() {
    return id;
  }

  /// Reads the next bytes. Returns false as soon as the sink wants no more. Throws [TooLong] for a
  /// line above 1 MiB or an event above 256 KiB.
  public boolean push(byte[] bytes) {
    var start = 0;
    for (var at = 0; at < bytes.length; at++) {
      var b = bytes[at];
      if (b == '\n' && afterReturn) {
        start = at + 1; // the second half of CRLF, perhaps of an earlier piece
      } else if (b == '\n' || b == '\r') {
        var wanted = endLine(bytes, start, at);
        start = at + 1;
        if (!wanted) {
          return false;
        }
      }
      afterReturn = b == '\r';
    }
    line.add(bytes, start, bytes.length, MAX_LINE);
    return true;
  }

  /// Most lines come whole, and are read where they stand.
  private boolean endLine(byte[] bytes, int start, int end) {
    if (line.size() == 0 && end - start <= MAX_LINE) {
      return wholeLine(bytes, start, end);
    }
    line.add(bytes, start, end, MAX_LINE);
    var wanted = wholeLine(line.array(), 0, line.size());
    line.reset();
    return wanted;
  }

  private boolean wholeLine(byte[] bytes, int start, int end) {
    var from = start;
    if (firstLine) {
      firstLine = false;
      var marked =
          Arrays.equals(
              bytes,
              start,
              Math.min(end, start + BYTE_ORDER_MARK.length),
              BYTE_ORDER_MARK,
              0,
              BYTE_ORDER_MARK.length);
      from += marked ? BYTE_ORDER_MARK.length : 0;
    }
    if (from == end) {
      return endEvent();
    }
    field(bytes, from, end);
    return true;
  }

  private boolean endEvent() {
    var wanted = !hasData || sink.event(name, data.array(), data.size());
    data.reset();
    name = "";
    hasData = false;
    return wanted;
  }

  private void field(byte[] bytes, int from, int to) {
    var colon = from;
    while (colon < to && bytes[colon] != ':') {
      colon++;
    }
    var value = colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, to);
    if (is("data", bytes, from, colon)) {
      if (hasData) {
        data.write('\n');
      }
      data.add(bytes, value, to, MAX_EVENT);
      hasData = true;
    } else if (is("event", bytes, from, colon)) {
      name = new String(bytes, value, Math.min(to - value, 64), StandardCharsets.UTF_8);
    } else if (is("id", bytes, from, colon)) {
      id = new String(bytes, value, Math.min(to - value, 64), StandardCharsets.UTF_8);
    }
  }

  private static boolean is(String field, byte[] bytes, int from, int to) {
    if (to - from != field.length()) {
      return false;
    }
    for (var i = 0; i < field.length(); i++) {
      if (bytes[from + i] != field.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// A buffer whose array can be read without a copy.
  private static final class OpenBytes extends ByteArrayOutputStream {
    OpenBytes() {
      super(1_024);
    }

    void add(byte[] bytes, int from, int to, int limit) {
      if (count + (to - from) > limit) {
        throw new TooLong("more than " + limit + " bytes");
      }
      write(bytes, from, to - from);
    }

    byte[] array() {
      return buf;
    }
  }
}
