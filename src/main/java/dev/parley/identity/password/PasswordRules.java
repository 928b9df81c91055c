package dev.parley.identity.password;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which passwords are refused: those that guessing begins with. There are no rules about kinds of
/// letters, which make people choose worse ones.
public final class PasswordRules {
  private static final int SHORTEST_NAME = 4;
  private static final String PRODUCT = "parley";
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

  private final CommonPasswords common = CommonPasswords.load();

  /// Why a password is refused, in words for who chose it.
  public enum Refusal {
    TOO_SHORT("must have at least 8 characters"),
    TOO_LONG("must have at most 128 characters"),
    NOT_TEXT("must be whole characters"),
    COMMON("is one of those that everybody tries first; take a longer one, such as four words"),
    HOLDS_EMAIL("must not hold the name of your e-mail address"),
    ONLY_PRODUCT_NAME("must be more than the name of this product");

    private final String detail;

    Refusal(String detail) {
      this.detail = detail;
    }

    /// To be read after "the password".
    public String detail() {
      return detail;
    }
  }

  /// The first rule that the password breaks.
  ///
  /// @param email of the person whose password it is to be
  public Optional<Refusal> refusal(String password, String email) {
    var text = PasswordText.of(password);
    if (text.length() < PasswordText.SHORTEST) {
      return Optional.of(Refusal.TOO_SHORT);
    }
    if (text.length() > PasswordText.LONGEST) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (!text.isText()) {
      return Optional.of(Refusal.NOT_TEXT);
    }
    var lower = text.normal().toLowerCase(Locale.ROOT);
    if (common.holds(lower)) {
      return Optional.of(Refusal.COMMON);
    }
    if (holdsNameOf(email, lower)) {
      return Optional.of(Refusal.HOLDS_EMAIL);
    }
    return isOnlyProductName(lower) ? Optional.of(Refusal.ONLY_PRODUCT_NAME) : Optional.empty();
  }

  // A name of two or three letters is part of too many words.
  private static boolean holdsNameOf(String email, String lower) {
    var at = email.lastIndexOf('@');
    var name = PasswordText.of(at < 0 ? email : email.substring(0, at)).normal();
    return name.length() >= SHORTEST_NAME && lower.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isOnlyProductName(String lower) {
    return lower.contains(PRODUCT)
        && NOT_A_LETTER.matcher(lower).replaceAll("").replace(PRODUCT, "").isEmpty();
  }
}
