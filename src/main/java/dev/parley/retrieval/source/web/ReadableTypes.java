package dev.parley.retrieval.source.web;

import dev.parley.platform.http.outbound.Fetched;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/// What servers send that can be read.
final class ReadableTypes {
  private static final Set<String> FILES =
      Set.of(
          "text/plain",
          "text/markdown",
          "text/x-markdown",
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/epub+zip",
          "text/csv");

  private ReadableTypes() {}

  static boolean isHtml(String mediaType) {
    return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
  }

  static boolean isFile(String mediaType) {
    return FILES.contains(mediaType);
  }

  /// The text, well enough for its tags: those are ASCII in every charset that is in use.
  static String text(Fetched fetched) {
    var charset = fetched.charset() == null ? StandardCharsets.UTF_8 : fetched.charset();
    return fetched.body().toString(charset);
  }

  static byte[] fingerprint(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
