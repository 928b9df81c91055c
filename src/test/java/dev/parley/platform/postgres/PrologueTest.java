package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.call.WorkspaceId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PrologueTest {
  private static final String A = Prologue.only(new WorkspaceId(new UUID(0, 10)));

  @Test
  void isOneMessage() {
    assertEquals(
        "BEGIN; SELECT set_config('parley.workspace', '00000000-0000-0000-0000-00000000000a', true)",
        new Prologue(A, false, null).sql());
    assertEquals("BEGIN READ ONLY", new Prologue(Prologue.NONE, true, null).sql());
  }

  @Test
  void carriesTheLimitsThatTheSessionHasNot() {
    var limits = Limits.forLongWork(Duration.ofSeconds(30));

    assertEquals(
        "BEGIN; SELECT set_config('statement_timeout', '30000', true),"
            + " set_config('lock_timeout', '1000', true)",
        new Prologue(Prologue.NONE, false, limits).sql());
  }
}
