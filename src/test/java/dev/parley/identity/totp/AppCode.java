package dev.parley.identity.totp;

import java.time.InstantSource;

/// What an authenticator app shows.
public final class AppCode {
  private static final int STEP_SECONDS = 30;

  private AppCode() {}

  /// The code of this moment.
  public static String of(String seed) {
    var step = InstantSource.system().instant().getEpochSecond() / STEP_SECONDS;
    return Totp.code(Base32.decode(seed), step);
  }
}
