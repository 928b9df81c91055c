package dev.parley.policy;

import dev.parley.control.audit.Audit;
import dev.parley.control.change.Change;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import dev.parley.policy.book.RuleBook;
import dev.parley.policy.decide.DecisionService;
import java.time.InstantSource;

/// The door of policies.
///
/// @param part reads the rules
public record Policy(Part part, Policing policing, RouteGroup routes) {
  private static final int READINGS = 200;

  /// Wires the part.
  public static Policy of(PolicyConfig config, Needs needs) {
    var readings = new Stories("policy", READINGS);
    var book =
        RuleBook.of(
            needs.database(),
            needs.change(),
            needs.audit().store(),
            readings,
            needs.ids(),
            needs.clock());
    var decisions =
        new DecisionService(
            needs.outbound(),
            config.decisionUrl(),
            config.decisionPath(),
            config.decisionTimeout());
    var policing =
        new KeptPolicing(
            book.shelf(),
            decisions,
            config.onDoubt(),
            readings,
            needs.audit().log(),
            new PolicyMetrics(needs.metrics().registry()));
    return new Policy(
        Part.verticle("policy", 1, () -> new PolicyVerticle(book.shelf(), readings)),
        policing,
        book.routes());
  }

  /// What the part is given.
  public record Needs(
      Database database,
      Outbound outbound,
      Change change,
      Audit audit,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {}
}
