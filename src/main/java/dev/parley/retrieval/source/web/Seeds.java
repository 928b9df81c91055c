package dev.parley.retrieval.source.web;

import dev.parley.platform.http.outbound.OutboundProblem;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.web.Frontier.Step;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;

/// Where a tour begins: at one page, or at all that a list tells of.
final class Seeds {
  private static final int MOST_LISTS = 100;

  private final Trip trip;
  private final Pages pages;
  private final Scope scope;
  private final Frontier frontier;

  Seeds(Trip trip, Pages pages, Scope scope, Frontier frontier) {
    this.trip = trip;
    this.pages = pages;
    this.scope = scope;
    this.frontier = frontier;
  }

  /// @throws EndOfTrip.Failed when nothing can be had of a list
  void plant(Address start) throws Exception {
    switch (trip.source().definition().kind()) {
      case PAGE -> frontier.add(new Step(start, 0, null, true));
      case SITE -> frontier.add(new Step(start, 0));
      case SITEMAP -> lists(start);
      case FEED -> {
        lists(start);
        known();
      }
      case ARCHIVE, FOLDER, BUCKET -> throw new IllegalStateException("not on the web");
    }
  }

  private void lists(Address first) throws Exception {
    var waiting = new ArrayDeque<Address>();
    var seen = new HashSet<String>();
    waiting.add(first);
    seen.add(first.name());
    while (!waiting.isEmpty()) {
      var listing = listing(waiting.poll());
      listing.ifPresent(found -> {
        found.pages().forEach(entry -> add(entry));
        for (var list : found.lists()) {
          var wanted = scope.isOpen() || list.origin().equals(scope.origin());
          if (wanted && seen.size() < MOST_LISTS && seen.add(list.name())) {
            waiting.add(list);
          }
        }
      });
      if (frontier.size() == 0 && waiting.isEmpty()) {
        failIfFaulty();
      }
    }
  }

  private void add(Listing.Entry entry) {
    if (scope.contains(entry.page())) {
      var kept = trip.source().definition().kind() == Kind.SITEMAP ? entry.modified() : null;
      frontier.add(new Step(entry.page(), 0, kept, false));
    }
  }

  /// What a feed does not tell of any more is old, but not gone.
  private void known() {
    for (var item : trip.known()) {
      Address.of(item.url())
          .filter(scope::contains)
          .ifPresent(page -> frontier.add(new Step(page, 0)));
    }
  }

  private Optional<Listing> listing(Address list) throws Exception {
    try {
      var fetched = pages.file(list);
      if (!fetched.ok()) {
        incomplete(list, "the server answered with status " + fetched.status());
        return Optional.empty();
      }
      var listing = Listing.read(list, fetched.body().getBytes());
      if (listing.isEmpty()) {
        incomplete(list, "it is neither a sitemap nor a feed");
      }
      return listing;
    } catch (OutboundProblem problem) {
      incomplete(list, problem.detail());
      return Optional.empty();
    }
  }

  private void incomplete(Address list, String why) {
    trip.incomplete("list_unreadable", "%s could not be read: %s".formatted(list.url(), why));
  }

  private void failIfFaulty() {
    var fault = trip.fault();
    if (fault != null) {
      throw fault;
    }
  }
}
