package dev.parley.chat.log;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chat.log.TurnEvent.Cancelled;
import dev.parley.chat.log.TurnEvent.Completed;
import dev.parley.chat.log.TurnEvent.Delta;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TurnLogTest {
  private final TurnLog log = new TurnLog();

  @Test
  void numbersAreDenseFromOne() {
    log.append(new Delta("a"));
    log.append(new Delta("b"));

    assertEquals(List.of(1, 2), log.allAfter(0).stream().map(LoggedEvent::seq).toList());
  }

  @Test
  void nothingFollowsTheEnd() {
    log.append(new Completed(new UUID(0, 1), "stop", null));
    log.append(new Cancelled(new UUID(0, 1)));
    log.append(new Delta("late"));

    assertEquals(2, log.next());
  }

  @Test
  void readersAreWokenUntilTheyLeave() {
    var woken = new AtomicInteger();
    Runnable reader = woken::incrementAndGet;
    log.listen(reader);
    log.append(new Delta("a"));
    log.forget(reader);
    log.append(new Delta("b"));

    assertEquals(1, woken.get());
  }

  @Test
  void aReaderFindsWhatComesNext() {
    log.append(new Delta("a"));

    assertEquals("{\"text\":\"a\"}", log.allAfter(0).getFirst().data());
    assertNull(log.after(1));
  }

  @Test
  void anotherOwnerGoesOnFromTheNextMillion() {
    var stored = List.of(LoggedEvent.of(1, new Delta("a")), LoggedEvent.of(2, new Delta("b")));
    var second = new TurnLog(stored, 2);
    second.append(new TurnEvent.Attempt(2));
    second.append(new Delta("c"));

    assertEquals(
        List.of(1, 2, 1_000_001, 1_000_002),
        second.allAfter(0).stream().map(LoggedEvent::seq).toList());
  }

  @Test
  void whoSawMoreThanWasStoredHearsOfTheNewAttempt() {
    var second = new TurnLog(List.of(LoggedEvent.of(1, new Delta("a"))), 2);
    second.append(new TurnEvent.Attempt(2));
    second.append(new Delta("b"));

    assertEquals("{\"attempt\":2}", requireNonNull(second.after(17)).data());
    assertEquals("{\"text\":\"b\"}", requireNonNull(second.after(1_000_001)).data());
    assertNull(second.after(1_000_002));
  }

  @Test
  void nothingIsAddedToAnAbandonedLog() {
    var woken = new AtomicInteger();
    log.listen(woken::incrementAndGet);
    log.abandon();
    log.append(new Delta("late"));

    assertEquals(1, woken.get());
    assertNull(log.after(0));
    assertTrue(log.abandoned());
  }
}
