package dev.parley.retrieval.source.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of a page.
///
/// @param url as it is asked for: without fragment and without what only tells who came from where
/// @param name the same for all spellings of one page: without a slash at the end or the name of an
///   index file, and with the parameters in order
public record Address(String url, String name) {
  private static final int LONGEST = 1_000;
  private static final Pattern INDEX = Pattern.compile("/index\\.(html?|php)$");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String ALLOWED = PLAIN + "!#$&'()*+,/:;=?@[]%";

  /// Say where somebody came from, not what they see.
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "ref_src",
          "phpsessid",
          "jsessionid",
          "sessionid");

  /// Reads a whole address; empty when it is none of a page.
  public static Optional<Address> of(String text) {
    try {
      return of(new URI(escaped(withoutFragment(text.strip()))));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Where a link on this page leads; empty when it does not lead to a page.
  public Optional<Address> resolve(String link) {
    var text = escaped(withoutFragment(link.strip()));
    if (text.isEmpty()) {
      return Optional.of(this);
    }
    try {
      var base = new URI(url);
      // What Java makes of a mere query is another page.
      var target =
          text.startsWith("?") ? new URI(withoutQuery(url) + text) : base.resolve(new URI(text));
      return of(target);
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Scheme and host.
  public String origin() {
    return url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
  }

  /// Path without the query.
  public String path() {
    return withoutQuery(url).substring(origin().length());
  }

  /// What stands behind `?`; empty for nothing.
  public String query() {
    var cut = url.indexOf('?');
    return cut < 0 ? "" : url.substring(cut + 1);
  }

  private static Optional<Address> of(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    var host = uri.getHost();
    if (host == null || uri.getRawUserInfo() != null || !Set.of("http", "https").contains(scheme)) {
      return Optional.empty();
    }
    var usual = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    var origin = scheme + "://" + host.toLowerCase(Locale.ROOT) + port;
    var path = path(uri);
    var query = query(uri.getRawQuery());
    var plain = origin + path + query;
    return plain.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new Address(plain, origin + named(path) + sorted(query)));
  }

  private static String path(URI uri) {
    var path = uri.normalize().getRawPath();
    while (path.startsWith("/..")) {
      path = path.length() > 3 ? path.substring(3) : "/";
    }
    return path.isEmpty() ? "/" : sameEscapes(path.replaceAll("/{2,}", "/"));
  }

  private static String named(String path) {
    var file = INDEX.matcher(path).replaceFirst("/");
    return file.length() > 1 && file.endsWith("/") ? file.substring(0, file.length() - 1) : file;
  }

  private static String query(String query) {
    if (query == null) {
      return "";
    }
    var kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + sameEscapes(kept);
  }

  private static String sorted(String query) {
    return query.isEmpty()
        ? ""
        : "?"
            + Arrays.stream(query.substring(1).split("&", -1))
                .sorted()
                .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter) {
    var name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  /// Escapes in capitals, and none where none is needed.
  private static String sameEscapes(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(found -> {
          var c = (char) HexFormat.fromHexDigits(found.group(1));
          var plain = PLAIN.indexOf(c) >= 0;
          return plain ? String.valueOf(c) : "%" + found.group(1).toUpperCase(Locale.ROOT);
        });
  }

  private static String withoutFragment(String text) {
    var cut = text.indexOf('#');
    return cut < 0 ? text : text.substring(0, cut);
  }

  private static String withoutQuery(String text) {
    var cut = text.indexOf('?');
    return cut < 0 ? text : text.substring(0, cut);
  }

  /// Browsers forgive what no address may hold; so do we.
  private static String escaped(String text) {
    var out = new StringBuilder(text.length());
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '\n' || b == '\r' || b == '\t') {
        continue;
      }
      if (b > 0 && ALLOWED.indexOf(b) >= 0) {
        out.append((char) b);
      } else if (b == '\\') {
        out.append('/');
      } else {
        out.append("%%%02X".formatted(b & 0xFF));
      }
    }
    return out.toString();
  }
}
