package dev.parley.identity.oidc;

import dev.parley.platform.http.Failure;

/// Why somebody could not sign in with an account from elsewhere. The codes reach the sign-in page.
abstract sealed class OidcProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private OidcProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// There is no provider.
  static final class Off extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Off() {
      super(404, "off", "Nobody signs in with an account from elsewhere here.");
    }
  }

  /// The answer fits no question of this browser, or came too late.
  static final class Expired extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Expired() {
      super(400, "expired", "Signing in took too long, or began in another window. Begin again.");
    }
  }

  /// The person, or a rule of the provider, said no.
  static final class Cancelled extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super(403, "cancelled", "Signing in was cancelled.");
    }
  }

  /// The provider does not answer.
  static final class Unreachable extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Unreachable() {
      super(502, "provider_unreachable", "The identity provider cannot be reached.");
    }
  }

  /// The provider answered with an error.
  static final class Refused extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(502, "provider_refused", "The identity provider refused. Begin again.");
    }
  }

  /// What the provider sent cannot be believed; the log says why.
  static final class Invalid extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Invalid(String why) {
      super(502, "provider_invalid", why);
    }
  }

  /// Accounts are not made by signing in.
  static final class NoAccount extends OidcProblem {
    private static final long serialVersionUID = 1L;

    NoAccount() {
      super(403, "no_account", "There is no account for you here. Ask an administrator for one.");
    }
  }

  /// An account needs an address, and the provider gave none.
  static final class NoEmail extends OidcProblem {
    private static final long serialVersionUID = 1L;

    NoEmail() {
      super(403, "no_email", "The identity provider did not tell your e-mail address.");
    }
  }

  /// The address belongs to an account that somebody else comes in with, or may come in with: the
  /// provider does not vouch for the address.
  static final class EmailTaken extends OidcProblem {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
      super(409, "email_taken", "Your address has an account here that is not yours for certain.");
    }
  }

  /// The account is disabled.
  static final class Disabled extends OidcProblem {
    private static final long serialVersionUID = 1L;

    Disabled() {
      super(403, "disabled", "Your account is disabled.");
    }
  }
}
