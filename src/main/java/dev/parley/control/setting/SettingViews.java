package dev.parley.control.setting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What administrators see of settings.
final class SettingViews {
  private SettingViews() {}

  /// Everything there is, and what is in force.
  record All(int version, List<One> settings) {
    static All of(Version version, List<Setting<?>> declared) {
      return new All(
          version.number(),
          declared.stream().map(setting -> One.of(setting, version.chosen())).toList());
    }
  }

  /// A setting.
  ///
  /// @param chosen whether somebody has chosen the value
  record One(
      String key,
      String group,
      Object value,
      Object standard,
      boolean chosen,
      Form form,
      String about) {
    static <T> One of(Setting<T> setting, Map<String, Object> all) {
      var own =
          Optional.ofNullable(all.get(setting.key()))
              .filter(value -> setting.kind().fault(value).isEmpty());
      return new One(
          setting.key(),
          setting.group(),
          own.orElse(setting.standard()),
          setting.standard(),
          own.isPresent(),
          Form.of(setting.kind()),
          setting.about());
    }
  }

  /// What values a setting can have.
  record Form(
      String type,
      @Nullable Integer least,
      @Nullable Integer most,
      @Nullable String unit,
      @Nullable List<String> words,
      @Nullable Integer longest) {
    static Form of(Kind<?> kind) {
      return switch (kind) {
        case Kind.Switch _ -> new Form("switch", null, null, null, null, null);
        case Kind.Whole(var least, var most, var unit) ->
            new Form("number", least, most, unit, null, null);
        case Kind.Choice(var words) -> new Form("choice", null, null, null, words, null);
        case Kind.Line(var longest) -> new Form("text", null, null, null, null, longest);
        case Kind.Lines(var most, var longest) ->
            new Form("lines", null, most, null, null, longest);
      };
    }
  }

  /// A version among others.
  ///
  /// @param changes what it made different from the version before it; null where that one is
  ///   forgotten
  record Step(
      int version,
      String changedBy,
      Instant changedAt,
      @Nullable String note,
      @Nullable Integer restored,
      @Nullable List<Difference> changes) {
    static Step of(Version version, @Nullable List<Difference> changes) {
      return new Step(
          version.number(),
          version.changedBy(),
          version.changedAt(),
          version.note(),
          version.restored(),
          changes);
    }
  }

  /// Some versions.
  ///
  /// @param next the `before` of the next page; null on the last one
  record Page(List<Step> versions, @Nullable Integer next) {}

  /// A version with what was chosen in it.
  record Whole(
      int version,
      String changedBy,
      Instant changedAt,
      @Nullable String note,
      @Nullable Integer restored,
      Map<String, Object> chosen) {
    static Whole of(Version version) {
      return new Whole(
          version.number(),
          version.changedBy(),
          version.changedAt(),
          version.note(),
          version.restored(),
          version.chosen());
    }
  }

  /// What differs between two versions.
  record Compared(int from, int to, List<Difference> changes) {}
}
