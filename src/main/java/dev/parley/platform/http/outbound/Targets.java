package dev.parley.platform.http.outbound;

import dev.parley.platform.http.outbound.OutboundProblem.BadRedirect;
import dev.parley.platform.http.outbound.OutboundProblem.InvalidUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes URLs apart, strictly: what two programs could read in two ways is refused.
///
/// One parser ([URI]) decides where the host ends, and what is connected to is put together again
/// from the parts it found.
final class Targets {
  private static final int LONGEST = 4_096;
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^]]*]|[^:@%\\[\\]]+)(?::([1-9][0-9]{0,4}))?");

  private final Set<Integer> ports;

  private Targets() {
    ports = Set.of();
  }

  /// For servers that are named one by one.
  static Targets onAnyPort() {
    return new Targets();
  }

  Targets(List<Integer> extraPorts) {
    ports = new HashSet<>(extraPorts);
    ports.addAll(List.of(80, 443, 8443));
  }

  /// Reads a URL; throws [InvalidUrl].
  Target parse(String url) {
    if (url.length() > LONGEST || url.chars().anyMatch(Targets::refused)) {
      throw new InvalidUrl("The address is too long, or has characters that no address has.");
    }
    try {
      return target(new URI(url));
    } catch (URISyntaxException _) {
      throw new InvalidUrl("The address is not written as a URL is.");
    }
  }

  /// Where a redirect leads; throws [BadRedirect].
  Target redirect(Target from, String location) {
    try {
      var written = escaped(location.strip().getBytes(StandardCharsets.ISO_8859_1));
      var base = from.uri();
      var next =
          written.startsWith("?")
              ? base.resolve(base.getRawPath() + written)
              : base.resolve(new URI(written));
      return parse(next.toString());
    } catch (URISyntaxException | IllegalArgumentException _) {
      throw new BadRedirect(from.host().name() + " redirects to what is no address.");
    } catch (InvalidUrl e) {
      throw new BadRedirect(from.host().name() + " redirects elsewhere. " + e.detail());
    }
  }

  private Target target(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InvalidUrl("The address must begin with http:// or https://.");
    }
    var authority = uri.getRawAuthority();
    var parts = AUTHORITY.matcher(authority == null ? "" : authority);
    if (!parts.matches() || isMisleading(uri)) {
      throw new InvalidUrl("The address must have a host, and no user name before it.");
    }
    var secure = scheme.equals("https");
    var usual = secure ? 443 : 80;
    var port = parts.group(2) == null ? usual : Integer.parseInt(parts.group(2));
    if (!ports.isEmpty() && !ports.contains(port)) {
      throw new InvalidUrl("The port %d is not one that may be used.".formatted(port));
    }
    var target = new Target(secure, Host.parse(parts.group(1)), port, path(uri));
    requireOneMeaning(target);
    return target;
  }

  /// `http://example.org#@evil.example`: some programs read a user name here.
  private static boolean isMisleading(URI uri) {
    var fragment = uri.getRawFragment();
    return uri.getRawPath().isEmpty() && fragment != null && fragment.contains("@");
  }

  private static String path(URI uri) {
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return escaped((path + query).getBytes(StandardCharsets.UTF_8));
  }

  private static void requireOneMeaning(Target target) {
    var again = target.uri();
    var host = again.getHost();
    var port = again.getPort() < 0 ? (target.secure() ? 443 : 80) : again.getPort();
    if (host == null || !host.equals(target.host().name()) || port != target.port()) {
      throw new InvalidUrl("The address can be read in two ways.");
    }
  }

  private static boolean refused(int c) {
    return c == '\\' || Character.isISOControl(c) || Character.isSpaceChar(c);
  }

  /// Spaces and what is not ASCII as `%20`; all else as it is.
  private static String escaped(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    for (var b : bytes) {
      if (b < 0 || b == ' ') {
        text.append('%').append("%02X".formatted(b & 0xFF));
      } else {
        text.append((char) b);
      }
    }
    return text.toString();
  }
}
