package dev.parley.control.setting;

import dev.parley.platform.http.Failure;

/// What can go wrong with settings.
abstract sealed class SettingProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private SettingProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// Somebody else was faster.
  static final class Changed extends SettingProblem {
    private static final long serialVersionUID = 1L;

    Changed() {
      super(
          409,
          "settings_changed",
          "Somebody else has changed the settings meanwhile. Look at them again.");
    }
  }
}
