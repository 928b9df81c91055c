package dev.parley.retrieval.source.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A page → what it says of itself to machines.
final class ReadMarks implements HtmlScanner.Listener {
  private static final int MOST_LINKS = 3_000;

  /// Repeated by every page of a site: a page does not change when its neighbours do.
  private static final Set<String> AROUND = Set.of("nav", "footer", "aside", "header");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private final List<String> links = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private String around = "";
  private int depth;
  private boolean afterSpace = true;
  private @Nullable String base;
  private @Nullable String canonical;
  private @Nullable String version;
  private String generator = "";
  private boolean noindex;
  private boolean nofollow;

  private ReadMarks() {}

  /// @param robots the `x-robots-tag` of the answer; empty for none
  static PageMarks of(String html, String robots) {
    var marks = new ReadMarks();
    marks.robots(robots);
    new HtmlScanner(html, marks).run();
    return new PageMarks(
        marks.links,
        marks.base,
        marks.canonical,
        marks.noindex,
        marks.nofollow,
        marks.generator,
        marks.version,
        marks.digest.digest());
  }

  @Override
  public void open(String name, Map<String, String> attributes) {
    if (depth > 0 && name.equals(around)) {
      depth++;
    } else if (depth == 0 && AROUND.contains(name)) {
      around = name;
      depth = 1;
    }
    switch (name) {
      case "a", "area" -> link(attributes);
      case "base" -> base = base == null ? value(attributes, "href") : base;
      case "link" -> canonical(attributes);
      case "meta" -> meta(attributes);
      case "img" -> said(attributes.getOrDefault("alt", ""));
      default -> {
        if (HEADINGS.contains(name)) {
          said("#" + attributes.getOrDefault("id", ""));
        }
      }
    }
  }

  @Override
  public void close(String name) {
    if (depth > 0 && name.equals(around)) {
      depth--;
    }
  }

  @Override
  public void text(String text) {
    said(text);
  }

  private void said(String text) {
    if (depth > 0) {
      return;
    }
    var kept = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        kept.append(c);
        afterSpace = false;
      } else if (!afterSpace) {
        kept.append(' ');
        afterSpace = true;
      }
    }
    digest.update(kept.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void link(Map<String, String> attributes) {
    var target = value(attributes, "href");
    if (target != null && links.size() < MOST_LINKS && !words(attributes, "rel", "nofollow")) {
      links.add(target);
    }
  }

  private void canonical(Map<String, String> attributes) {
    if (canonical == null && words(attributes, "rel", "canonical")) {
      canonical = value(attributes, "href");
    }
  }

  private void meta(Map<String, String> attributes) {
    var content = attributes.getOrDefault("content", "");
    switch (attributes.getOrDefault("name", "").toLowerCase(Locale.ROOT)) {
      case "robots", "parley" -> robots(content);
      case "generator" -> generator = content;
      case "docusaurus_version" -> version = content;
      default -> {
        // says nothing to us
      }
    }
  }

  private void robots(String content) {
    for (var word : content.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      noindex |= word.equals("noindex") || word.equals("none");
      nofollow |= word.equals("nofollow") || word.equals("none");
    }
  }

  private static boolean words(Map<String, String> attributes, String name, String word) {
    var value = attributes.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    return Arrays.asList(value.split("\\s+", -1)).contains(word);
  }

  private static @Nullable String value(Map<String, String> attributes, String name) {
    var value = attributes.get(name);
    return value == null || value.isBlank() ? null : Parser.unescapeEntities(value, true);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
