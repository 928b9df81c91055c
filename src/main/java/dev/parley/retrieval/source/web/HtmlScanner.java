package dev.parley.retrieval.source.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads HTML tag by tag, without building a tree: in one pass, in time that grows with the length
/// only, whatever the page holds.
final class HtmlScanner {
  /// What stands inside these is no markup.
  private static final Set<String> RAW =
      Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

  private static final int LONGEST_NAME = 40;
  private static final int MOST_ATTRIBUTES = 100;

  private final String html;
  private final Listener listener;
  private int at;

  /// Is told what stands in the page, in order.
  interface Listener {
    void open(String name, Map<String, String> attributes);

    void close(String name);

    /// @param text as written, with its entities
    void text(String text);
  }

  HtmlScanner(String html, Listener listener) {
    this.html = html;
    this.listener = listener;
  }

  void run() {
    while (at < html.length()) {
      var next = html.indexOf('<', at);
      if (next < 0) {
        listener.text(html.substring(at));
        return;
      }
      if (next > at) {
        listener.text(html.substring(at, next));
      }
      at = next;
      markup();
    }
  }

  private void markup() {
    if (html.startsWith("<!--", at)) {
      skipBehind("-->");
    } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
      skipBehind(">");
    } else if (html.startsWith("</", at)) {
      at += 2;
      var name = name();
      skipBehind(">");
      listener.close(name);
    } else if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
      at++;
      open();
    } else {
      listener.text("<");
      at++;
    }
  }

  private void open() {
    var name = name();
    var attributes = attributes();
    listener.open(name, attributes);
    if (RAW.contains(name)) {
      raw(name);
    }
  }

  /// Skips to the end tag; without one, to the end of the page.
  private void raw(String name) {
    var end = at;
    do {
      end = html.indexOf("</", end);
      if (end < 0) {
        at = html.length();
        return;
      }
      end += 2;
    } while (!html.regionMatches(true, end, name, 0, name.length()));
    at = end;
    skipBehind(">");
    listener.close(name);
  }

  private String name() {
    var start = at;
    while (at < html.length() && !isSpace(html.charAt(at)) && "/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    var end = Math.min(at, start + LONGEST_NAME);
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private Map<String, String> attributes() {
    var attributes = new HashMap<String, String>();
    while (at < html.length() && html.charAt(at) != '>') {
      var c = html.charAt(at);
      if (isSpace(c) || c == '/') {
        at++;
      } else {
        attribute(attributes);
      }
    }
    at++;
    return attributes;
  }

  private void attribute(Map<String, String> attributes) {
    var start = at;
    at++; // even a stray `=` moves on
    while (at < html.length() && !isSpace(html.charAt(at)) && "=/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    var name = html.substring(start, Math.min(at, start + LONGEST_NAME)).toLowerCase(Locale.ROOT);
    skipSpace();
    var value = "";
    if (at < html.length() && html.charAt(at) == '=') {
      at++;
      skipSpace();
      value = value();
    }
    if (attributes.size() < MOST_ATTRIBUTES) {
      attributes.putIfAbsent(name, value);
    }
  }

  private String value() {
    if (at >= html.length()) {
      return "";
    }
    var quote = html.charAt(at);
    if (quote == '"' || quote == '\'') {
      var end = html.indexOf(quote, at + 1);
      var start = at + 1;
      at = end < 0 ? html.length() : end + 1;
      return html.substring(Math.min(start, html.length()), end < 0 ? html.length() : end);
    }
    var start = at;
    while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return html.substring(start, at);
  }

  private void skipSpace() {
    while (at < html.length() && isSpace(html.charAt(at))) {
      at++;
    }
  }

  private void skipBehind(String mark) {
    var end = html.indexOf(mark, at);
    at = end < 0 ? html.length() : end + mark.length();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
