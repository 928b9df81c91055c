package dev.parley.retrieval.source.web;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// What a sitemap or a feed tells of.
///
/// @param pages where pages are
/// @param lists where further lists are
record Listing(List<Entry> pages, List<Address> lists) {
  private static final int MOST_UNPACKED = 50 << 20;

  /// A page in a list.
  ///
  /// @param modified when it was changed last; null when the list does not say
  record Entry(Address page, @Nullable String modified) {}

  /// Reads a sitemap, an index of sitemaps, RSS, Atom or a plain list; empty when it is none of
  /// them.
  static Optional<Listing> read(Address where, byte[] content) {
    try {
      var plain = unpacked(content);
      var first = new String(plain, 0, Math.min(plain.length, 200), StandardCharsets.UTF_8).strip();
      var type = first.startsWith("http") ? "text/plain" : "text/xml";
      var parser = new SiteMapParser(false, true);
      parser.setStrictNamespace(false);
      return Optional.of(of(parser.parseSiteMap(type, plain, URI.create(where.url()).toURL())));
    } catch (UnknownFormatException | IOException _) {
      return Optional.empty();
    }
  }

  private static Listing of(AbstractSiteMap list) {
    var pages = new ArrayList<Entry>();
    var lists = new ArrayList<Address>();
    switch (list) {
      case SiteMapIndex index ->
          index
              .getSitemaps()
              .forEach(one -> Address.of(one.getUrl().toString()).ifPresent(lists::add));
      case SiteMap map ->
          map.getSiteMapUrls()
              .forEach(one ->
                  Address.of(one.getUrl().toString())
                      .ifPresent(
                          page -> pages.add(new Entry(page, modified(one.getLastModified())))));
      default -> throw new IllegalStateException("a list of a new kind");
    }
    return new Listing(pages, lists);
  }

  private static @Nullable String modified(@Nullable Date date) {
    return date == null ? null : date.toInstant().toString();
  }

  /// Lists may be packed as files, whatever their server says.
  private static byte[] unpacked(byte[] content) throws IOException {
    var packed = content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    if (!packed) {
      return content;
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
      var plain = stream.readNBytes(MOST_UNPACKED + 1);
      if (plain.length > MOST_UNPACKED) {
        throw new IOException("a list that is larger than any may be");
      }
      return plain;
    }
  }
}
