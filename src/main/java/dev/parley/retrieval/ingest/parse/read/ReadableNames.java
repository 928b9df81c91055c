package dev.parley.retrieval.ingest.parse.read;

/// Tells by a file's name whether it is worth sending.
public final class ReadableNames {
  private ReadableNames() {}

  /// Whether files with this ending are read. The content has the last word.
  public static boolean has(String name) {
    return Format.reads(name);
  }
}
