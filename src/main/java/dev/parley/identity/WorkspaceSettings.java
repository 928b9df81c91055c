package dev.parley.identity;

import dev.parley.call.WorkspaceId;
import dev.parley.control.setting.Current;
import dev.parley.control.setting.Kind;
import dev.parley.control.setting.Setting;
import dev.parley.control.setting.Settings;
import dev.parley.identity.IdentityConfig.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What administrators may change of a workspace and of who comes into it.
///
/// @param name empty for the one that it was set up with
/// @param accent the colour of its pages
/// @param registration who may make an account with a password
record WorkspaceSettings(
    Current<String> name, Current<String> accent, Supplier<String> registration) {
  static final String REGISTRATION = "accounts.registration";

  /// Each is a set of colours of the pages, with enough contrast in light and dark.
  private static final List<String> ACCENTS =
      List.of("green", "blue", "violet", "rose", "amber", "slate");

  private static final int LONGEST_NAME = 100;

  /// Without anybody who chooses.
  static final WorkspaceSettings FIXED =
      new WorkspaceSettings(
          _ -> "", _ -> ACCENTS.getFirst(), () -> wireName(Registration.INVITATION));

  /// Declares them.
  ///
  /// @param first where new accounts are
  /// @param registration the default
  static WorkspaceSettings in(Settings settings, WorkspaceId first, Registration registration) {
    return new WorkspaceSettings(
        settings.declare(
            new Setting<>(
                "workspace.name",
                new Kind.Line(LONGEST_NAME),
                "",
                "What the workspace is called; empty for the name it was set up with.")),
        settings.declare(
            new Setting<>(
                "workspace.accent",
                new Kind.Choice(ACCENTS),
                ACCENTS.getFirst(),
                "The colour of buttons and links.")),
        settings.declareIn(
            first,
            new Setting<>(
                REGISTRATION,
                new Kind.Choice(
                    Arrays.stream(Registration.values()).map(WorkspaceSettings::wireName).toList()),
                wireName(registration),
                "Who may make an account with a password: everybody (open), who was invited"
                    + " (invitation) or nobody (closed). Administrators invite in any case.")));
  }

  static String wireName(Registration registration) {
    return registration.name().toLowerCase(Locale.ROOT);
  }
}
