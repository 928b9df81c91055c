package dev.parley.chat.seal;

import dev.parley.platform.observe.Log;
import dev.parley.platform.seal.BrokenSealException;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;

/// Texts on their way into the tables and back. New ones are sealed where the setting says so; old
/// ones are read either way. Safe from any thread; takes microseconds.
public final class SealedText {
  private static final Log LOG = Log.of(SealedText.class);

  private final Sealer sealer;
  private final boolean on;

  /// @param on whether new texts are sealed
  public SealedText(Sealer sealer, boolean on) {
    this.sealer = sealer;
    this.on = on;
  }

  /// What stands in the column `sealed` of a new row.
  public boolean on() {
    return on;
  }

  /// What a new row holds at a place.
  public String stored(Place place, String text) {
    return on ? sealer.seal(text, place) : text;
  }

  /// What a row says at a place.
  ///
  /// @param sealed what its column `sealed` holds
  /// @throws SealProblem when it cannot be opened
  public String read(Place place, boolean sealed, String stored) {
    if (!sealed) {
      return stored;
    }
    try {
      return sealer.openText(stored, place);
    } catch (BrokenSealException broken) {
      LOG.error("a text cannot be opened", broken);
      throw new SealProblem.Unreadable();
    }
  }
}
