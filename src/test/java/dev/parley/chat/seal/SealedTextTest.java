package dev.parley.chat.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.Secret;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SealedTextTest {
  private static final WorkspaceId OTTERS = new WorkspaceId(new UUID(1, 1));
  private static final Place HERE = TextColumn.TEXT.in(OTTERS, new UUID(2, 2));

  private final SealedText on = new SealedText(sealer("a key of a test, long enough"), true);
  private final SealedText off = new SealedText(sealer("a key of a test, long enough"), false);

  @Test
  void theSettingDecidesOfNewTextsOnly() {
    var sealed = on.stored(HERE, "the otter sleeps");

    assertFalse(sealed.contains("otter"));
    assertEquals("the otter sleeps", off.read(HERE, true, sealed));
    assertEquals("the otter sleeps", off.stored(HERE, "the otter sleeps"));
    assertEquals("the otter sleeps", on.read(HERE, false, "the otter sleeps"));
  }

  @Test
  void whatOnlyLooksSealedIsReadAsItWasWritten() {
    var forged = on.stored(HERE, "another text");

    assertEquals(forged, on.read(HERE, false, forged));
    assertEquals("v1.k1.", on.read(HERE, true, on.stored(HERE, "v1.k1.")));
  }

  @Test
  void aTextOpensInNoOtherRowColumnSegmentOrWorkspace() {
    var sealed = on.stored(HERE, "the otter sleeps");
    var elsewhere = new WorkspaceId(new UUID(1, 2));

    refused(TextColumn.TEXT.in(OTTERS, new UUID(2, 3)), sealed);
    refused(TextColumn.CITATIONS.in(OTTERS, new UUID(2, 2)), sealed);
    refused(TextColumn.TEXT.in(elsewhere, new UUID(2, 2)), sealed);
    var segment = on.stored(TextColumn.EVENTS.in(OTTERS, new UUID(2, 2), 1), "[]");
    refused(TextColumn.EVENTS.in(OTTERS, new UUID(2, 2), 2), segment);
  }

  @Test
  void withoutItsKeyATextIsAnErrorThatNamesTheVariable() {
    var sealed = on.stored(HERE, "the otter sleeps");
    var other = new SealedText(sealer("another key, which is long enough too"), true);

    var problem = assertThrows(SealProblem.Unreadable.class, () -> other.read(HERE, true, sealed));

    assertTrue(problem.detail().contains("ENCRYPTION_KEY"));
    assertFalse(problem.retryable());
  }

  private void refused(Place place, String sealed) {
    assertThrows(SealProblem.Unreadable.class, () -> on.read(place, true, sealed));
  }

  private static Sealer sealer(String key) {
    return Sealer.of(new SealConfig(new Secret(key + " and more"), true), Path.of("unused"));
  }
}
