package dev.parley.gateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.route.Route;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An answer that broke off after its first words, on a route that lets another attempt go on.
final class ResumeIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static ModelRig rig;
  private static FakeProvider server;

  @BeforeAll
  static void open() {
    ModelRig.makeWorkspace(POSTGRES);
    rig = new ModelRig(POSTGRES);
    server = FakeProvider.start(POSTGRES.vertx());
  }

  @AfterAll
  static void close() {
    rig.close();
    server.close();
  }

  @BeforeEach
  void emptyTheLedger() {
    rig.emptyTheLedger();
  }

  private static Route route(boolean resume) {
    var target = rig.target("m", server.baseUrl(), "k");
    return new Route(
        "best",
        List.of(List.of(target)),
        Optional.empty(),
        new Route.Options(100, Duration.ZERO, false, resume));
  }

  @Test
  void anotherAttemptThatSaysTheSameGoesOn() {
    server.then(Script.stream().role().token("The lan").token("tern").cut());
    server.then(
        Script.stream()
            .role()
            .token("The ")
            .token("lantern is")
            .token(" blue.")
            .finish("stop")
            .usage(5, 3)
            .done());

    var told = Told.line(rig.ask(route(true)).events());

    assertEquals(
        "Text(The lan) Text(tern) Text( is) Text( blue.) Finished(STOP 5+0 in, 3+0 out)", told);
    var rows = rig.rows();
    assertEquals(2, rows.size(), rows::toString);
    assertTrue(rows.getFirst().startsWith("m 1 interrupted"), rows::toString);
    assertTrue(rows.getLast().startsWith("m 2 completed"), rows::toString);
  }

  @Test
  void anotherAnswerDoesNotGoOnForTheFirst() {
    server.then(Script.stream().role().token("The lan").token("tern").cut());
    server.then(Script.stream().role().token("A lamp is red.").finish("stop").usage(5, 3).done());

    var told = Told.line(rig.ask(route(true)).events());

    assertTrue(told.startsWith("Text(The lan) Text(tern) Failed(INTERRUPTED"), told);
    assertTrue(rig.rows().getLast().startsWith("m 2 differs"), rig.rows()::toString);
  }

  @Test
  void aShorterAnswerDoesNotGoOnForTheFirst() {
    server.then(Script.stream().role().token("The lantern").cut());
    server.then(Script.stream().role().token("The").finish("stop").usage(5, 1).done());

    var told = Told.line(rig.ask(route(true)).events());

    assertTrue(told.startsWith("Text(The lantern) Failed(INTERRUPTED"), told);
  }

  @Test
  void withoutTheOptionABreakIsABreak() {
    server.then(Script.stream().role().token("The lantern").cut());

    var told = Told.line(rig.ask(route(false)).events());

    assertTrue(told.startsWith("Text(The lantern) Failed(INTERRUPTED"), told);
    assertEquals(1, rig.rows().size());
  }
}
