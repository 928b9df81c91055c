package dev.parley.retrieval.source.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What the `robots.txt` of a server allows (RFC 9309).
final class Robots {
  /// What lies behind is not read, as the RFC allows.
  private static final int MOST_BYTES = 500 * 1024;

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final int WARNINGS = 3;

  /// In lower case: what rules call us.
  private static final String US = "parley";

  private final BaseRobotRules rules;

  private Robots(BaseRobotRules rules) {
    this.rules = rules;
  }

  /// A file that is there.
  static Robots read(String url, byte[] content) {
    var head = content.length > MOST_BYTES ? Arrays.copyOf(content, MOST_BYTES) : content;
    return new Robots(parser().parseContent(url, head, "text/plain", List.of(US)));
  }

  /// The server says that there is none: everything is allowed.
  static Robots none() {
    return new Robots(parser().failedFetch(404));
  }

  boolean allow(Address page) {
    return rules.isAllowed(page.url());
  }

  /// The pause that the server wants between two requests, 30 seconds at most; nothing when it does
  /// not say.
  Duration delay() {
    var wanted = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return wanted.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wanted;
  }

  private static SimpleRobotRulesParser parser() {
    // A delay beyond the library's own limit would close the whole server.
    return new SimpleRobotRulesParser(Long.MAX_VALUE, WARNINGS);
  }
}
