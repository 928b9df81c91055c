package dev.parley.retrieval.source.web;

import dev.parley.retrieval.source.intake.Patterns;
import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.kept.Source.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/// Which pages belong to a source.
///
/// @param origin their scheme and host; empty for any
/// @param prefix how their paths begin
record Scope(String origin, String prefix, Patterns patterns) {
  /// Files that hold nothing to read.
  private static final Set<String> NO_PAGES =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "css", "js", "mjs",
          "map", "json", "xml", "rss", "atom", "woff", "woff2", "ttf", "eot", "otf", "mp3", "mp4",
          "webm", "ogg", "wav", "mov", "avi", "zip", "gz", "tgz", "bz2", "xz", "7z", "rar", "tar",
          "jar", "exe", "dmg", "iso", "deb", "rpm", "apk", "bin", "wasm");

  /// The same part of the path so often is a trap: links that lead on for ever.
  private static final int SAME_PARTS = 3;

  /// What belongs to a source that begins at an address.
  static Scope of(Definition definition, Address start) {
    var patterns = Patterns.of(definition);
    return switch (definition.kind()) {
      case SITE -> {
        var path = start.path();
        yield new Scope(start.origin(), path.substring(0, path.lastIndexOf('/') + 1), patterns);
      }
      case SITEMAP -> new Scope(start.origin(), "/", patterns);
      case PAGE, FEED, ARCHIVE, FOLDER, BUCKET -> new Scope("", "/", patterns);
    };
  }

  /// Whether pages may be on any server.
  boolean isOpen() {
    return origin.isEmpty();
  }

  boolean contains(Address page) {
    var path = page.path();
    return (isOpen() || page.origin().equals(origin))
        && (path.startsWith(prefix) || (path + "/").equals(prefix))
        && !NO_PAGES.contains(ending(path))
        && !isTrap(path)
        && patterns.admit(path);
  }

  /// Whether the start of a source of this kind is a page of its own.
  static boolean startIsPage(Kind kind) {
    return kind == Kind.PAGE || kind == Kind.SITE;
  }

  private static boolean isTrap(String path) {
    var parts = Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    return parts.stream().anyMatch(part -> Collections.frequency(parts, part) >= SAME_PARTS);
  }

  private static String ending(String path) {
    var file = path.substring(path.lastIndexOf('/') + 1);
    var dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
