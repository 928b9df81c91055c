package dev.parley.retrieval.source.web;

import dev.parley.platform.http.outbound.Fetched;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Found;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.kept.Item;
import dev.parley.retrieval.source.kept.Run.Limit;
import dev.parley.retrieval.source.kept.Source.Kind;
import dev.parley.retrieval.source.web.Frontier.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Visits the pages of a frontier, and those that they lead to.
final class Tour {
  private static final int FAILURES_IN_A_ROW = 8;

  private final Trip trip;
  private final Pages pages;
  private final Scope scope;
  private final Frontier frontier;
  private final Definition definition;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();
  private int visited;
  private int failures;

  Tour(Trip trip, Pages pages, Scope scope, Frontier frontier) {
    this.trip = trip;
    this.pages = pages;
    this.scope = scope;
    this.frontier = frontier;
    this.definition = trip.source().definition();
  }

  /// @throws EndOfTrip when it ends before everything was seen
  void run() throws Exception {
    visitAll();
    var left = frontier.deferred(taken);
    while (left.isPresent()) {
      visit(left.get());
      visitAll();
      left = frontier.deferred(taken);
    }
  }

  private void visitAll() throws Exception {
    for (var step = frontier.next(); step.isPresent(); step = frontier.next()) {
      trip.check();
      trip.listed(visited + frontier.size() + 1);
      if (visited >= definition.limits().pages()) {
        throw new EndOfTrip.Reached(Limit.PAGES);
      }
      visited++;
      visit(step.get());
    }
  }

  private void visit(Step step) throws Exception {
    var name = step.page().name();
    var before = trip.known(name);
    if (!step.asItIs() && trip.isDone(name)) {
      resume(step, before);
      return;
    }
    if (step.modified() != null && before.isPresent() && isOld(step, before.get())) {
      same(step, before.get());
      return;
    }
    switch (pages.get(step.page(), before.orElse(null))) {
      case Reply.Same _ -> same(step, before.orElseThrow());
      case Reply.Gone _ -> gone(step);
      case Reply.Forbidden _ -> trip.skip(name, step.page().url(), "robots");
      case Reply.Failed failed -> failed(step, before, failed);
      case Reply.Page page -> {
        failures = 0;
        page(step, page);
      }
    }
  }

  /// What the process did that had the run before need not be done again.
  private void resume(Step step, Optional<Item> before) {
    before.ifPresent(item -> {
      if (trip.isTaken(item.name())) {
        told(item);
      }
      follow(step, item.links());
    });
  }

  private static boolean isOld(Step step, Item before) {
    return step.modified() != null && step.modified().equals(before.modified());
  }

  private void same(Step step, Item before) throws Exception {
    told(before);
    trip.same(before);
    follow(step, before.links());
  }

  private void told(Item item) {
    taken.add(item.name());
    texts.putIfAbsent(HexFormat.of().formatHex(item.fingerprint()), item.name());
  }

  private void gone(Step step) throws Exception {
    if (isStart(step) && definition.kind() == Kind.SITE) {
      throw new EndOfTrip.Failed("start_missing", "The first page is not there.");
    }
    trip.gone(step.page().name(), step.page().url(), "not_found");
  }

  /// Where it led to before, it may lead still.
  private void failed(Step step, Optional<Item> before, Reply.Failed failed) throws Exception {
    var problem = failed.problem();
    if (isStart(step) && definition.kind() == Kind.SITE) {
      throw new EndOfTrip.Failed(problem.code(), problem.detail());
    }
    trip.fail(step.page().name(), step.page().url(), problem);
    if (++failures >= FAILURES_IN_A_ROW) {
      throw new EndOfTrip.Failed(
          "site_unreachable", "One page after the other failed. The last: " + problem.detail());
    }
    before.ifPresent(item -> follow(step, item.links()));
  }

  private boolean isStart(Step step) {
    return step.depth() == 0;
  }

  private void page(Step asked, Reply.Page page) throws Exception {
    var landed = page.address();
    var step = asked;
    if (!landed.name().equals(asked.page().name())) {
      if (!scope.contains(landed)) {
        trip.skip(asked.page().name(), asked.page().url(), "left_site");
        return;
      }
      if (trip.known(asked.page().name()).isPresent()) {
        trip.gone(asked.page().name(), asked.page().url(), "moved");
      }
      if (!frontier.pass(landed)) {
        return;
      }
      step = new Step(landed, asked.depth(), asked.modified(), asked.asItIs());
    }
    var type = page.content().mediaType();
    if (type == null || ReadableTypes.isHtml(type)) {
      html(step, page.content());
    } else if (ReadableTypes.isFile(type)) {
      var hash = ReadableTypes.fingerprint(page.content().body().getBytes());
      take(step, page.content(), hash, List.of());
    } else {
      trip.skip(step.page().name(), step.page().url(), "type");
    }
  }

  private void html(Step step, Fetched content) throws Exception {
    var page = step.page();
    var robots = content.headers().getOrDefault("x-robots-tag", "");
    var marks = ReadMarks.of(ReadableTypes.text(content), robots);
    if (isOtherVersion(page, marks)) {
      trip.skip(page.name(), page.url(), "other_version");
      return;
    }
    var base = Optional.ofNullable(marks.base()).flatMap(page::resolve).orElse(page);
    var links = marks.nofollow() ? List.<String>of() : links(base, marks.links());
    follow(step, links);
    var canonical = Optional.ofNullable(marks.canonical()).flatMap(base::resolve);
    if (marks.noindex()) {
      trip.skip(page.name(), page.url(), "noindex");
    } else if (!step.asItIs() && canonical.filter(other -> isElsewhere(page, other)).isPresent()) {
      elsewhere(step, canonical.get());
    } else {
      take(step, content, marks.fingerprint(), links);
    }
  }

  private boolean isElsewhere(Address page, Address canonical) {
    return !canonical.name().equals(page.name()) && scope.contains(canonical);
  }

  private void elsewhere(Step step, Address canonical) throws Exception {
    frontier.defer(step, canonical);
    trip.skip(step.page().name(), step.page().url(), "canonical");
  }

  /// Two addresses with the very same text are one page.
  private void take(Step step, Fetched content, byte[] fingerprint, List<String> links)
      throws Exception {
    var page = step.page();
    var text = HexFormat.of().formatHex(fingerprint);
    var first = texts.putIfAbsent(text, page.name());
    if (first != null && !first.equals(page.name())) {
      trip.skip(page.name(), page.url(), "duplicate");
      return;
    }
    taken.add(page.name());
    var modified =
        definition.kind() == Kind.SITEMAP && step.modified() != null
            ? step.modified()
            : content.headers().get("last-modified");
    trip.take(
        new Found(
            page.name(),
            page.url(),
            page.url(),
            content.mediaType() == null ? "text/html" : content.mediaType(),
            content.body().getBytes(),
            content.headers().get("etag"),
            modified,
            fingerprint,
            links));
  }

  /// Docusaurus keeps old and coming versions in folders of their own beside the current one.
  private boolean isOtherVersion(Address page, PageMarks marks) {
    var version = marks.docsVersion();
    if (definition.allVersions() || version == null) {
      return false;
    }
    var folder = version.equals("current") ? "/next/" : "/" + version + "/";
    var path = page.path() + "/";
    var start = Address.of(definition.address()).map(one -> one.path() + "/").orElse("/");
    return path.contains(folder) && !start.contains(folder);
  }

  /// Pages of the source among the links of a page.
  private List<String> links(Address base, List<String> links) {
    return links.stream()
        .flatMap(link -> base.resolve(link).stream())
        .filter(scope::contains)
        .map(Address::url)
        .distinct()
        .toList();
  }

  private void follow(Step step, List<String> links) {
    if (definition.kind() != Kind.SITE || step.depth() >= definition.limits().depth()) {
      return;
    }
    for (var link : links) {
      Address.of(link)
          .filter(scope::contains)
          .ifPresent(page -> frontier.add(new Step(page, step.depth() + 1)));
    }
  }
}
