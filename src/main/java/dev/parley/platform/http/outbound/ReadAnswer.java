package dev.parley.platform.http.outbound;

import dev.parley.platform.http.outbound.OutboundProblem.Broken;
import dev.parley.platform.http.outbound.OutboundProblem.TooLarge;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Head and packed body → what a reader of documents gets.
final class ReadAnswer {
  private static final int WINDOW = 16 * 1024;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");
  private static final List<String> KEPT =
      List.of(
          "cache-control",
          "content-disposition",
          "content-language",
          "etag",
          "last-modified",
          "link",
          "location",
          "mcp-session-id",
          "retry-after",
          "x-robots-tag");

  private ReadAnswer() {}

  /// @param most bytes that the unpacked body may have
  static Fetched of(Target target, HttpClientResponse head, Buffer packed, long most) {
    var type = head.getHeader(HttpHeaders.CONTENT_TYPE);
    var headers = new TreeMap<String, String>();
    for (var name : KEPT) {
      var value = head.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new Fetched(
        target.uri(),
        head.statusCode(),
        mediaType(type),
        charset(type),
        headers,
        unpacked(target, head.getHeader(HttpHeaders.CONTENT_ENCODING), packed, most));
  }

  private static Buffer unpacked(
      Target target, @Nullable String encoding, Buffer packed, long most) {
    var host = target.host().name();
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> packed;
      case "gzip", "x-gzip" -> packed.length() == 0 ? packed : gunzipped(host, packed, most);
      default -> throw new Broken(host); // we did not ask for it
    };
  }

  private static Buffer gunzipped(String host, Buffer packed, long most) {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()), WINDOW)) {
      var bytes = stream.readNBytes(Math.toIntExact(most + 1)); // a kilobyte can hold a megabyte
      if (bytes.length > most) {
        throw new TooLarge(host, most);
      }
      return Buffer.buffer(bytes);
    } catch (IOException _) {
      throw new Broken(host);
    }
  }

  static @Nullable String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return MEDIA_TYPE.matcher(type).matches() ? type : null;
  }

  static @Nullable Charset charset(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    for (var parameter : contentType.split(";", -1)) {
      var parts = parameter.strip().split("=", 2);
      if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("charset")) {
        return known(parts[1].strip().replaceAll("^[\"']|[\"']$", ""));
      }
    }
    return null;
  }

  private static @Nullable Charset known(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalCharsetNameException _) {
      return null;
    }
  }
}
