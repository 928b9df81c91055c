package dev.parley.chat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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

    assertEquals(1, log.last());
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
}
