package dev.parley.tools.http;

import dev.parley.platform.http.Problem.Offence;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.HttpTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong with where a tool goes, before there is such a tool.
public final class CheckTarget {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Pattern SCHEME_AND_HOST =
      Pattern.compile("https?://[^/?#{}@\\\\\\s]+(/.*)?");
  private static final Pattern BLANK = Pattern.compile("\\{([^{}/]{1,64})}");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /// What the client sets itself, and what would tell a server who asks.
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "forwarded",
          "host",
          "keep-alive",
          "origin",
          "proxy-authorization",
          "proxy-connection",
          "referer",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private CheckTarget() {}

  /// Empty when nothing is wrong.
  public static List<Offence> of(HttpTarget target, ArgumentSchema arguments) {
    var wrong = new ArrayList<Offence>();
    if (!METHODS.contains(target.method())) {
      wrong.add(new Offence("/method", "must be GET, HEAD, POST, PUT, PATCH or DELETE"));
    }
    url(target.url(), Set.copyOf(arguments.names()), wrong);
    for (var name : arguments.names()) {
      place(target, name, wrong);
    }
    return List.copyOf(wrong);
  }

  /// Whether a header may be filled by a model, or by an administrator where `ours`.
  public static boolean mayBeSet(String header, boolean ours) {
    var name = header.toLowerCase(Locale.ROOT);
    return HEADER.matcher(header).matches()
        && !name.startsWith("x-forwarded-")
        && (!RESERVED.contains(name) || (ours && name.equals("authorization")));
  }

  private static void place(HttpTarget target, String name, List<Offence> wrong) {
    switch (target.place(name)) {
      case HEADER -> {
        if (!mayBeSet(name, false)) {
          wrong.add(new Offence("/places/" + name, "is no header that a model may fill"));
        }
      }
      case BODY -> {
        if (!target.hasBody()) {
          wrong.add(new Offence("/places/" + name, "cannot be in a body: there is none"));
        }
      }
      case PATH -> {
        if (!target.url().contains("{" + name + "}")) {
          wrong.add(new Offence("/places/" + name, "is not named in the path"));
        }
      }
      case QUERY -> {}
    }
  }

  private static void url(String url, Set<String> names, List<Offence> wrong) {
    var blanks = new HashSet<String>();
    var filled =
        BLANK
            .matcher(url)
            .replaceAll(found -> {
              blanks.add(found.group(1));
              return "x";
            });
    if (!SCHEME_AND_HOST.matcher(url).matches()) {
      wrong.add(new Offence("/url", "must be http:// or https://, a host, and then the path"));
      return;
    }
    try {
      var read = new URI(filled);
      var path = read.getRawPath() == null ? "" : read.getRawPath();
      if (read.getHost() == null || read.getRawFragment() != null) {
        wrong.add(new Offence("/url", "must have a host, and no part behind #"));
      }
      if (("/" + path + "/").matches("(?i).*/(\\.|%2e){1,2}/.*")) {
        wrong.add(new Offence("/url", "must not go up or stay in its path"));
      }
    } catch (URISyntaxException _) {
      wrong.add(new Offence("/url", "is not written as a URL is"));
    }
    var question = url.indexOf('?');
    if (question >= 0 && BLANK.matcher(url.substring(question)).find()) {
      wrong.add(new Offence("/url", "takes arguments in its path only; others go to the query"));
    }
    blanks.stream()
        .filter(blank -> !names.contains(blank))
        .forEach(blank -> wrong.add(new Offence("/url", "names " + blank + ", no argument")));
  }
}
