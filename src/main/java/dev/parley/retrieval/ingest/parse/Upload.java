package dev.parley.retrieval.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that somebody wants to ask questions about.
///
/// @param name its name, or the path of its address; the ending counts
/// @param mediaType as its sender declared it, such as `text/html; charset=utf-8`
/// @param size in bytes
/// @param source where its bytes are; read once, a buffer at a time
public record Upload(String name, @Nullable String mediaType, long size, Source source) {

  /// Opens the bytes.
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /// A file that is in memory.
  public static Upload of(String name, @Nullable String mediaType, byte[] bytes) {
    return new Upload(name, mediaType, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /// A file on disk, which stays there while it is read.
  public static Upload of(String name, @Nullable String mediaType, Path file) throws IOException {
    return new Upload(name, mediaType, Files.size(file), () -> Files.newInputStream(file));
  }
}
