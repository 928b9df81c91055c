package dev.parley.retrieval.ingest.parse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes through the pipe between the product and a child: the length of a JSON header, the
/// header, the length of a body, the body. Lengths are four bytes.
final class Frame {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final int MAX_HEADER = 64 * 1024;

  private final Map<String, String> header;
  private final byte[] body;

  private Frame(Map<String, String> header, byte[] body) {
    this.header = header;
    this.body = body;
  }

  Map<String, String> header() {
    return header;
  }

  byte[] body() {
    return body;
  }

  /// Writes all but the body, which the caller writes next.
  static void writeHead(DataOutputStream out, Map<String, String> header, int bodyLength)
      throws IOException {
    var head = JSON.writeValueAsBytes(header);
    if (head.length > MAX_HEADER) {
      throw new IOException("a header of " + head.length + " bytes");
    }
    out.writeInt(head.length);
    out.write(head);
    out.writeInt(bodyLength);
  }

  /// The next frame; null at the end of the stream.
  ///
  /// @throws IOException also when a length is beyond what is allowed
  static @Nullable Frame read(DataInputStream in, int maxBody) throws IOException {
    int headLength;
    try {
      headLength = in.readInt();
    } catch (EOFException end) {
      return null;
    }
    var header = JSON.readValue(exactly(in, headLength, MAX_HEADER), STRINGS);
    return new Frame(header, exactly(in, in.readInt(), maxBody));
  }

  private static byte[] exactly(DataInputStream in, int length, int limit) throws IOException {
    if (length < 0 || length > limit) {
      throw new IOException("a length of " + length + " where " + limit + " is allowed");
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
