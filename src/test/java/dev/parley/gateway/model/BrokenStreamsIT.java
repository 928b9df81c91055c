package dev.parley.gateway.model;

import static dev.parley.gateway.model.ModelRig.inOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.route.Target;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stream that breaks is never taken for a whole answer: before the first word another target
/// answers, after it the caller hears of one failure and keeps what came.
final class BrokenStreamsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int TOO_LONG = 2 << 20;

  private static ModelRig rig;
  private static FakeProvider whole;

  /// @param then what happens to a stream that was good so far
  record Break(String name, UnaryOperator<Script> then) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Break> breaks() {
    return Stream.of(
        new Break("cut", Script::cut),
        new Break("end of file", script -> script),
        new Break("DONE without a finish", Script::done),
        new Break("error", script -> script.data("{\"error\":{\"type\":\"server_error\"}}").done()),
        new Break("half an event", script -> script.raw("data: {\"choices\":[{\"del")),
        new Break("garbage", script -> script.data("{\"choices\": [<html>").done()),
        new Break("a page", script -> script.raw("<html><body>502</body></html>\n\n")),
        new Break("an event too long", script -> script.data("x".repeat(TOO_LONG)).done()));
  }

  @BeforeAll
  static void open() {
    ModelRig.makeWorkspace(POSTGRES);
    rig = new ModelRig(POSTGRES);
    whole =
        FakeProvider.start(
            POSTGRES.vertx(), 0, () -> good(Script.stream().role()).finish("stop").usage(5, 2));
  }

  @AfterAll
  static void close() {
    rig.close();
    whole.close();
  }

  @BeforeEach
  void emptyTheLedger() {
    rig.emptyTheLedger();
  }

  private static Script good(Script script) {
    return script.tokens(2, Duration.ZERO);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void beforeTheFirstWordAnotherTargetAnswers(Break how) {
    var broken =
        FakeProvider.start(POSTGRES.vertx(), 0, () -> how.then().apply(Script.stream().role()));
    try {
      var heard = rig.ask(inOrder(target("first", broken), target("second", whole)));

      assertEquals("Text(t0 ) Text(t1 ) Finished(STOP 5+0 in, 2+0 out)", Told.line(heard.events()));
      assertTrue(rig.rows().getLast().startsWith("second"), () -> rig.rows().toString());
    } finally {
      broken.close();
    }
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void afterItTheCallerHearsOfOneFailure(Break how) {
    var broken =
        FakeProvider.start(
            POSTGRES.vertx(), 0, () -> how.then().apply(good(Script.stream().role())));
    var before = whole.exchanges().size();
    try {
      var heard = rig.ask(inOrder(target("first", broken), target("second", whole)));

      assertEquals("t0 t1 ", heard.text());
      assertTrue(Told.one(heard.end()).startsWith("Failed("), () -> Told.line(heard.events()));
      assertEquals(1, heard.ends());
      assertEquals(1, rig.rows().size(), () -> rig.rows().toString());
      assertTrue(rig.rows().getFirst().endsWith(" 2"), () -> rig.rows().toString());
      assertEquals(before, whole.exchanges().size());
    } finally {
      broken.close();
    }
  }

  private static Target target(String model, FakeProvider provider) {
    return rig.target(model, provider.baseUrl(), "key");
  }
}
