package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.cli.LocalServer.Running;
import dev.parley.cli.StandIn.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which server a command talks to, and when it starts one itself.
final class ConnectionIT {
  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger stops = new AtomicInteger();
  private StandIn server;
  private Typed typed;

  @BeforeEach
  void start() throws IOException {
    server = StandIn.start();
    server.replies.put("/ask", Reply.ok("{\"answer\":\"yes\"}"));
    typed = new Typed(new Asked().commands(this::lend));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void startsAServerWhereNoneRunsAndStopsItAfterwards() {
    assertEquals(ExitCode.OK, typed.run("ask", "--json", "why"));
    assertEquals("{\"answer\":\"yes\"}\n", typed.out());
    assertEquals(
        "No server runs at http://localhost:1: starting one for this command.\n", typed.err());
    assertEquals(1, starts.get());
    assertEquals(1, stops.get());
  }

  @Test
  void stopsItWhenTheCommandFailsToo() {
    server.replies.put("/ask", Reply.problem(400, "No."));

    assertEquals(ExitCode.FAILED, typed.run("ask", "--json", "why"));
    assertEquals(1, stops.get());
  }

  @Test
  void stopsItOnceWhenInterrupted() {
    server.replies.put("/ask", Reply.problem(503, "Wait."));
    typed.duringPause(typed.interruption::happen);

    assertEquals(ExitCode.FAILED, typed.run("ask", "--json", "why"));
    assertEquals(1, stops.get());
  }

  @Test
  void usesTheServerOfThisMachine() {
    typed.usually(server.url());

    assertEquals(ExitCode.OK, typed.run("ask", "--json", "why"));
    assertEquals(0, starts.get());
    assertEquals("", typed.err());
  }

  @Test
  void startsNoneWhereAnAddressWasGiven() {
    typed.environment.put("PARLEY_URL", "http://localhost:1/");

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals(0, starts.get());
  }

  @Test
  void startsNoneForAPlaceThatIsNotThere() {
    assertEquals(ExitCode.WRONG_USE, typed.run("ingest", "/nowhere/at/all"));
    assertEquals(0, starts.get());
  }

  private Running lend() {
    starts.incrementAndGet();
    return new Running(URI.create(server.url()), stops::incrementAndGet);
  }
}
