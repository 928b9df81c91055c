package dev.parley.retrieval.document;

import dev.parley.retrieval.document.DocumentRow.State;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that was sent, or an address to fetch one from.
///
/// @param name path in the base; a document of the same name gets a new version
/// @param title to show until the text has told a better one
/// @param url where people find it
/// @param fetchUrl where to fetch it from, when `content` is null
/// @param content the file's bytes; null when they must be fetched first
/// @param contentHash SHA-256 of the bytes, when there are any
/// @param bySource whether it came by itself, so that what people send is read before it
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record NewDocument(
    UUID baseId,
    String name,
    String title,
    @Nullable String url,
    @Nullable String fetchUrl,
    @Nullable String mediaType,
    byte @Nullable [] content,
    byte @Nullable [] contentHash,
    boolean bySource) {

  /// One that a person sent.
  public NewDocument(
      UUID baseId,
      String name,
      String title,
      @Nullable String url,
      @Nullable String fetchUrl,
      @Nullable String mediaType,
      byte @Nullable [] content,
      byte @Nullable [] contentHash) {
    this(baseId, name, title, url, fetchUrl, mediaType, content, contentHash, false);
  }

  /// Whether the stored document has these very bytes and this address, and was read or will be.
  boolean isSameAs(DocumentRow row) {
    return contentHash != null
        && (url == null || url.equals(row.url()))
        && row.state() != State.FAILED
        && Arrays.equals(contentHash, row.contentHash());
  }

  /// SHA-256 of the bytes.
  public static byte[] hashOf(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  long size() {
    return content == null ? 0 : content.length;
  }
}
