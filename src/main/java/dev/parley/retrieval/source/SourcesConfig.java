package dev.parley.retrieval.source;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.config.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How sources are gone through.
///
/// @param parallel sources that are gone through at once in this process; 0 leaves them to other
///   replicas
/// @param pause between two requests to the same server, at least
/// @param maxPages that a source may have
/// @param maxArchive size of an archive, packed
/// @param folders of this machine that sources may be in; none, and no source can be a folder
public record SourcesConfig(
    int parallel,
    Duration pause,
    int maxPages,
    ByteSize maxArchive,
    @Env("SOURCE_FOLDERS") List<Path> folders) {
  private static final int MOST_PAGES = 20_000;
  private static final long MOST_BYTES = 256L << 20;

  public SourcesConfig {
    require(parallel >= 0 && parallel <= 64, "parallel must be 0 to 64");
    require(!pause.isNegative(), "pause must not be negative");
    require(pause.compareTo(Duration.ofMinutes(1)) <= 0, "pause must not be longer than a minute");
    require(maxPages >= 1 && maxPages <= MOST_PAGES, "max-pages must be 1 to " + MOST_PAGES);
    require(
        maxArchive.bytes() >= 1 && maxArchive.bytes() <= MOST_BYTES,
        "max-archive must be between 1B and 256MiB");
    require(folders.stream().allMatch(Path::isAbsolute), "folders must be absolute paths");
    folders = List.copyOf(folders);
  }
}
