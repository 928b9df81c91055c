package dev.parley.identity.oidc;

import java.util.regex.Pattern;

/// Where to go after a sign-in: a place of this site, whatever a link to the sign-in page says.
final class SafePlace {
  private static final String START = "/";

  // One slash at the beginning; browsers take // and /\ for the name of another server, and drop
  // tabs and line ends before they look.
  private static final Pattern SAFE =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,1000}");

  private SafePlace() {}

  static String of(String wanted) {
    return SAFE.matcher(wanted).matches() ? wanted : START;
  }
}
