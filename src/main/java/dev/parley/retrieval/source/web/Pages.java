package dev.parley.retrieval.source.web;

import dev.parley.platform.http.Failure;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundProblem;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Item;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks servers for pages, politely: as their `robots.txt` allows, one page at a time, with a pause
/// between two. Used by the thread of one run.
final class Pages {
  private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]{1,1000}");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);
  private static final int TRIES = 3;
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,text/markdown,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1";

  private final Outbound outbound;
  private final Pace pace;
  private final Duration pause;
  private final Trip trip;
  private final boolean staysHome;
  private final Map<String, Robots> robots = new HashMap<>();

  /// @param pause between two requests to the same server, at least
  /// @param staysHome whether redirects to other servers are refused
  Pages(Outbound outbound, Pace pace, Duration pause, Trip trip, boolean staysHome) {
    this.outbound = outbound;
    this.pace = pace;
    this.pause = pause;
    this.trip = trip;
    this.staysHome = staysHome;
  }

  /// Asks for a page.
  ///
  /// @param before how it was, so that the server need not send it again
  Reply get(Address page, @Nullable Item before) throws Exception {
    try {
      var rules = robots(page);
      if (!rules.allow(page)) {
        return new Reply.Forbidden();
      }
      var fetched = patiently(page, conditions(before), rules.delay());
      return reply(page, fetched, before != null);
    } catch (OutboundProblem problem) {
      return new Reply.Failed(problem);
    } catch (NoRules unavailable) {
      return new Reply.Failed(unavailable);
    }
  }

  /// Asks for a file that tells where pages are; it is for programs, so no rules bind it.
  Fetched file(Address file) throws Exception {
    return patiently(file, Map.of(), Duration.ZERO);
  }

  private Reply reply(Address page, Fetched fetched, boolean known) throws Exception {
    var status = fetched.status();
    if (status == 304 && known) {
      return new Reply.Same();
    }
    if (status == 404 || status == 410) {
      return new Reply.Gone();
    }
    if (!fetched.ok()) {
      return new Reply.Failed(new StatusProblem(status));
    }
    var landed = Address.of(fetched.url().toString()).orElse(page);
    var allowed = landed.name().equals(page.name()) || robots(landed).allow(landed);
    return allowed ? new Reply.Page(landed, fetched) : new Reply.Forbidden();
  }

  /// Servers that say when to come back are believed, within reason.
  private Fetched patiently(Address page, Map<String, String> conditions, Duration delay)
      throws Exception {
    for (var tries = 1; ; tries++) {
      var fetched = send(page, conditions, delay);
      var busy = fetched.status() == 429 || fetched.status() == 503;
      if (!busy || tries == TRIES) {
        return fetched;
      }
      trip.pause(wait(fetched));
    }
  }

  private Fetched send(Address page, Map<String, String> conditions, Duration delay)
      throws Exception {
    var gap = delay.compareTo(pause) > 0 ? delay : pause;
    var wait = pace.turn(page.origin(), gap);
    if (wait.isPositive()) {
      trip.pause(wait);
    }
    trip.check();
    var headers = new HashMap<>(conditions);
    headers.put("accept", ACCEPT);
    var request =
        new OutboundRequest(HttpMethod.GET, page.url(), headers, Buffer.buffer(), staysHome);
    var fetched = trip.await(outbound.send(trip.call(), request, outbound.limits()));
    trip.spend(fetched.body().length());
    return fetched;
  }

  private static Map<String, String> conditions(@Nullable Item before) {
    var conditions = new HashMap<String, String>();
    if (before != null) {
      sendable(before.etag()).ifPresent(tag -> conditions.put("if-none-match", tag));
      sendable(before.modified())
          .filter(date -> date.endsWith("GMT"))
          .ifPresent(date -> conditions.put("if-modified-since", date));
    }
    return conditions;
  }

  private static Optional<String> sendable(@Nullable String header) {
    return Optional.ofNullable(header).filter(text -> HEADER.matcher(text).matches());
  }

  private static Duration wait(Fetched fetched) {
    var said = fetched.headers().getOrDefault("retry-after", "");
    if (!said.matches("\\d{1,6}")) {
      return USUAL_WAIT;
    }
    var wanted = Duration.ofSeconds(Long.parseLong(said));
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }

  /// Throws [NoRules] when they cannot be had, though the server may have some: then nothing is
  /// allowed. The only server of a source that gives none ends the run.
  private Robots robots(Address page) throws Exception {
    var origin = page.origin();
    var known = robots.get(origin);
    if (known != null) {
      return known;
    }
    var url = origin + "/robots.txt";
    try {
      var fetched = patiently(Address.of(url).orElseThrow(), Map.of(), Duration.ZERO);
      var status = fetched.status();
      if (status >= 500 || status == 429) {
        throw unavailable(origin, "it answered with status " + status + ".");
      }
      var rules = fetched.ok() ? Robots.read(url, fetched.body().getBytes()) : Robots.none();
      robots.put(origin, rules);
      return rules;
    } catch (OutboundProblem problem) {
      throw unavailable(origin, problem.detail());
    }
  }

  private RuntimeException unavailable(String origin, String why) {
    var problem = new NoRules(origin, why);
    return staysHome ? new EndOfTrip.Failed(problem.code(), problem.detail()) : problem;
  }

  /// A server may have rules, but did not give them.
  private static final class NoRules extends Failure {
    private static final long serialVersionUID = 1L;

    NoRules(String origin, String why) {
      super(
          503,
          "robots_unavailable",
          "The robots.txt of %s could not be read, so nothing there may be: %s"
              .formatted(origin, why));
    }
  }

  /// A server answered with a status that is neither a page nor the lack of one.
  private record StatusProblem(int status) implements Problem {
    @Override
    public String code() {
      return "fetch_refused";
    }

    @Override
    public String detail() {
      return "The server answered with status %d.".formatted(status);
    }
  }
}
