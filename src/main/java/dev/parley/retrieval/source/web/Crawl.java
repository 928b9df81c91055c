package dev.parley.retrieval.source.web;

import dev.parley.platform.http.outbound.Outbound;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.intake.Walk;
import java.time.Duration;

/// Goes through pages of the web: one, those of a list, or all that links lead to.
public final class Crawl implements Walk {
  private final Outbound outbound;
  private final Pace pace;
  private final Duration pause;

  /// @param pause between two requests to the same server, at least
  public Crawl(Outbound outbound, Pace pace, Duration pause) {
    this.outbound = outbound;
    this.pace = pace;
    this.pause = pause;
  }

  @Override
  public void go(Trip trip) throws Exception {
    var definition = trip.source().definition();
    var start =
        Address.of(definition.address())
            .orElseThrow(() ->
                new EndOfTrip.Failed("invalid_url", "The source's address is none of a page."));
    var scope = Scope.of(definition, start);
    var own = Duration.ofMillis(definition.limits().pauseMs());
    var gap = own.compareTo(pause) > 0 ? own : pause;
    var pages = new Pages(outbound, pace, gap, trip, !scope.isOpen());
    var frontier = new Frontier();
    var seeds = new Seeds(trip, pages, scope, frontier);
    seeds.plant(start);
    new Tour(trip, pages, scope, frontier).run();
  }
}
