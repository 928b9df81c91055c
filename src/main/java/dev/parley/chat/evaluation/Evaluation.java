package dev.parley.chat.evaluation;

import dev.parley.chat.assistant.Drafts;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.turn.Rehearsals;
import dev.parley.gateway.spi.Embedder;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;
import java.util.List;

/// The door of the package.
///
/// @param runner to be drained
public record Evaluation(CaseRunner runner, List<RouteGroup> routes) {

  /// Wires the package.
  public static Evaluation of(Needs needs) {
    var cases = new CaseStore(needs.database(), needs.texts());
    var runs = new RunStore(needs.database(), needs.texts());
    var runner = new CaseRunner(needs.rehearsals(), runs, needs.ids(), needs.clock());
    var drafts = needs.drafts();
    return new Evaluation(
        runner,
        List.of(
            new TryRoutes(drafts, needs.rehearsals()),
            new CaseRoutes(cases, drafts, needs.ids(), needs.clock()),
            new RunRoutes(cases, runs, runner, drafts, needs.ids(), needs.clock()),
            new QuestionRoutes(
                new QuestionStore(needs.database(), needs.texts()),
                needs.embedder(),
                needs.clock())));
  }

  /// What the package is given.
  ///
  /// @param embedder of questions
  public record Needs(
      Database database,
      SealedText texts,
      Drafts drafts,
      Rehearsals rehearsals,
      Embedder embedder,
      Ids ids,
      InstantSource clock) {}
}
