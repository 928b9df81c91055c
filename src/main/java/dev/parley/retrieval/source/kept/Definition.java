package dev.parley.retrieval.source.kept;

import dev.parley.retrieval.source.kept.Source.Kind;
import java.util.List;

/// Where a source is and how far to go in it.
///
/// @param address URL of the page, sitemap, feed or archive, or of the server of a bucket; for a
///   folder its path on this machine
/// @param folder only what lies below this path, inside an archive or a bucket; empty for all
/// @param bucket the bucket's name
/// @param region the bucket's region
/// @param published URL below which the files stand on the web, as a site made of them; empty when
///   they stand nowhere
/// @param include patterns with `*` for paths; empty for all
/// @param exclude patterns for paths that are left out
/// @param allVersions whether documentation of other versions than the current one is wanted too
public record Definition(
    Kind kind,
    String address,
    String folder,
    String bucket,
    String region,
    String published,
    List<String> include,
    List<String> exclude,
    boolean allVersions,
    Limits limits) {
  public Definition {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /// Where a run ends, however much there is.
  ///
  /// @param depth links from the first page
  /// @param megabytes fetched in all
  /// @param minutes for the whole run
  /// @param pauseMs between two requests to the same server
  public record Limits(int pages, int depth, int megabytes, int minutes, int pauseMs) {}
}
