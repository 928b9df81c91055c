package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.kept.Definition;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a file stands on the web: on the site that is made of the files, or in the repository that
/// the archive is of.
final class PublishedAddress {
  private static final Pattern PAGE = Pattern.compile("(.*?)\\.(?i:md|mdx|markdown)");
  private static final Pattern INDEX = Pattern.compile("(?:^|(?<=/))(?:_?index|(?i:readme))$");
  private static final Pattern GITHUB =
      Pattern.compile(
          "https://github\\.com/([\\w.-]+/[\\w.-]+)/archive/(?:refs/(?:heads|tags)/)?"
              + "([\\w./-]+?)\\.(?:tar\\.gz|zip)");

  private PublishedAddress() {}

  static Optional<String> of(Definition definition, String path, PageSettings settings) {
    if (definition.published().isEmpty()) {
      return inRepository(definition, path);
    }
    var below = definition.published().replaceFirst("/*$", "/");
    if (!settings.address().isEmpty()) {
      return onServer(below, settings.address());
    }
    return encoded(onSite(path, settings)).map(relative -> below + relative);
  }

  /// What the page wants stands on the same server: nobody is sent to another one by a file.
  private static Optional<String> onServer(String below, String address) {
    try {
      var path = new URI(null, null, "/" + address.replaceFirst("^/+", ""), null);
      return Optional.of(URI.create(below).resolve(path).toASCIIString());
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String onSite(String path, PageSettings settings) {
    var page = PAGE.matcher(path);
    if (!page.matches()) {
      return path.toLowerCase(Locale.ROOT).endsWith("index.html")
          ? path.substring(0, path.length() - "index.html".length())
          : path;
    }
    var slug = settings.slug();
    if (slug.startsWith("/")) {
      return slug.substring(1);
    }
    var stem = page.group(1);
    var folder = stem.substring(0, stem.lastIndexOf('/') + 1);
    if (!slug.isEmpty()) {
      return folder + slug + "/";
    }
    var place = INDEX.matcher(stem).replaceFirst("");
    return place.isEmpty() || place.endsWith("/") ? place : place + "/";
  }

  private static Optional<String> inRepository(Definition definition, String path) {
    var archive = GITHUB.matcher(definition.address());
    if (!archive.matches()) {
      return Optional.empty();
    }
    var top = definition.folder().replaceAll("^/+|/+$", "");
    var whole = top.isEmpty() ? path : top + "/" + path;
    return encoded(whole)
        .map(file ->
            "https://github.com/%s/blob/%s/%s".formatted(archive.group(1), archive.group(2), file));
  }

  private static Optional<String> encoded(String path) {
    try {
      return Optional.of(new URI(null, null, "/" + path, null).toASCIIString().substring(1));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
