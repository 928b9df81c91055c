package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.files.Bucket.Keys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to S3 (AWS Signature Version 4).
///
/// @param keys unsigned where there are none
record SignRequest(Keys keys, String region, Instant now) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /// A request that can be sent.
  record Signed(String url, Map<String, String> headers) {}

  /// A `GET`.
  ///
  /// @param endpoint URL of the server
  /// @param path not encoded yet
  Signed get(String endpoint, String path, SortedMap<String, String> query) {
    var server = URI.create(endpoint.replaceFirst("/+$", ""));
    var usual = server.getPort() < 0 || server.getPort() == usualPort(server);
    var host = server.getHost() + (usual ? "" : ":" + server.getPort());
    var encodedPath = server.getRawPath() + encode(path, "/");
    var encodedQuery =
        query.entrySet().stream()
            .map(one -> encode(one.getKey(), "") + "=" + encode(one.getValue(), ""))
            .collect(Collectors.joining("&"));
    var url =
        server.getScheme()
            + "://"
            + host
            + encodedPath
            + (encodedQuery.isEmpty() ? "" : "?" + encodedQuery);
    var headers = new TreeMap<String, String>();
    headers.put("x-amz-content-sha256", hash(""));
    headers.put("x-amz-date", TIME.format(now));
    if (!keys.access().isEmpty()) {
      headers.put("authorization", authorization(host, encodedPath, encodedQuery, headers));
    }
    return new Signed(url, headers);
  }

  private static int usualPort(URI server) {
    return "https".equals(server.getScheme()) ? 443 : 80;
  }

  private String authorization(
      String host, String path, String query, SortedMap<String, String> headers) {
    var all = new TreeMap<>(headers);
    all.put("host", host);
    var names = String.join(";", all.keySet());
    var lines =
        all.entrySet().stream()
            .map(one -> one.getKey() + ":" + one.getValue() + "\n")
            .collect(Collectors.joining());
    var canonical = String.join("\n", "GET", path, query, lines, names, hash(""));
    var time = TIME.format(now);
    var day = time.substring(0, 8);
    var scope = String.join("/", day, region, "s3", "aws4_request");
    var toSign = String.join("\n", ALGORITHM, time, scope, hash(canonical));
    var key = ("AWS4" + keys.secret()).getBytes(StandardCharsets.UTF_8);
    for (var part : scope.split("/", -1)) {
      key = mac(key, part);
    }
    var signature = HexFormat.of().formatHex(mac(key, toSign));
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, keys.access(), scope, names, signature);
  }

  private static String encode(String text, String alsoPlain) {
    var out = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && (PLAIN + alsoPlain).indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append("%%%02X".formatted(b & 0xFF));
      }
    }
    return out.toString();
  }

  private static String hash(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }
}
