package dev.parley.control.setting;

import java.util.List;
import java.util.Optional;

/// What values a setting can have. They are JSON: texts, numbers, booleans and lists of texts.
///
/// @param <T> what they are to whoever reads the setting
public sealed interface Kind<T> {

  /// What is wrong with a value, as in "must be …"; empty when it can be used.
  Optional<String> fault(Object value);

  /// A value without fault as it is stored, which is without space around texts.
  T read(Object value);

  /// On or off.
  record Switch() implements Kind<Boolean> {
    @Override
    public Optional<String> fault(Object value) {
      return value instanceof Boolean ? Optional.empty() : Optional.of("must be true or false");
    }

    @Override
    public Boolean read(Object value) {
      return (Boolean) value;
    }
  }

  /// A whole number.
  ///
  /// @param unit what is counted, such as `tokens`
  record Whole(int least, int most, String unit) implements Kind<Integer> {
    @Override
    public Optional<String> fault(Object value) {
      return value instanceof Integer number && number >= least && number <= most
          ? Optional.empty()
          : Optional.of("must be a whole number from " + least + " to " + most);
    }

    @Override
    public Integer read(Object value) {
      return (Integer) value;
    }
  }

  /// One of a few words.
  record Choice(List<String> words) implements Kind<String> {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public Optional<String> fault(Object value) {
      return value instanceof String word && words.contains(word)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", words));
    }

    @Override
    public String read(Object value) {
      return (String) value;
    }
  }

  /// A line of text, or none.
  ///
  /// @param longest in code points
  record Line(int longest) implements Kind<String> {
    @Override
    public Optional<String> fault(Object value) {
      return value instanceof String text && Texts.isLine(text, longest)
          ? Optional.empty()
          : Optional.of("must be one line of at most " + longest + " characters");
    }

    @Override
    public String read(Object value) {
      return ((String) value).strip();
    }
  }

  /// A few lines of text, or none.
  ///
  /// @param most how many lines there may be
  /// @param longest of one of them, in code points
  record Lines(int most, int longest) implements Kind<List<String>> {
    @Override
    public Optional<String> fault(Object value) {
      return value instanceof List<?> all
              && all.size() <= most
              && all.stream().allMatch(this::isText)
          ? Optional.empty()
          : Optional.of(
              "must be at most " + most + " texts of 1 to " + longest + " characters in one line");
    }

    private boolean isText(Object one) {
      return one instanceof String text && !text.isBlank() && Texts.isLine(text, longest);
    }

    @Override
    public List<String> read(Object value) {
      return ((List<?>) value).stream().map(one -> ((String) one).strip()).toList();
    }
  }
}
