package dev.parley.identity.account;

import dev.parley.platform.http.Failure;
import java.time.Duration;
import java.util.Optional;

/// What can go wrong with accounts and with signing in.
public abstract sealed class AccountProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private AccountProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// Address or password are wrong; which of them is not said.
  public static final class BadCredentials extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public BadCredentials() {
      super(401, "invalid_credentials", "The address or the password is wrong.");
    }
  }

  /// The password is right and a second factor is on.
  public static final class CodeRequired extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public CodeRequired() {
      super(401, "code_required", "Enter the code of your authenticator app.");
    }
  }

  /// The code is wrong, or was used before.
  public static final class BadCode extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public BadCode() {
      super(401, "invalid_code", "The code is wrong, or was used before.");
    }
  }

  /// The session of the token has ended, or never was.
  public static final class SignedOut extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public SignedOut() {
      super(401, "signed_out", "You are signed out. Sign in again.");
    }
  }

  /// Another request has just used the token and its successor; the newest one is good.
  public static final class Superseded extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public Superseded() {
      super(409, "refresh_superseded", "A newer token was given out. Try again with that one.");
    }
  }

  /// Too many wrong tries.
  public static final class TooManyTries extends AccountProblem {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    public TooManyTries(Duration wait) {
      super(429, "too_many_tries", "Too many tries. Wait a moment and try again.");
      this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(wait);
    }
  }

  /// People come in with an account from elsewhere only.
  public static final class PasswordsOff extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public PasswordsOff() {
      super(403, "passwords_off", "Passwords are not used here. Sign in with your other account.");
    }
  }

  /// Nobody may register without an invitation, or at all.
  public static final class NoRegistration extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public NoRegistration(String detail) {
      super(403, "registration_closed", detail);
    }
  }

  /// The link was used, replaced or withdrawn, or is too old.
  public static final class LinkGone extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public LinkGone() {
      super(403, "link_gone", "This link was used or withdrawn, or is too old. Ask for a new one.");
    }
  }

  /// The address has an account.
  public static final class EmailTaken extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public EmailTaken() {
      super(409, "email_taken", "This address has an account. Sign in instead.");
    }
  }

  /// The change would leave the workspace without an owner.
  public static final class LastOwner extends AccountProblem {
    private static final long serialVersionUID = 1L;

    public LastOwner() {
      super(409, "last_owner", "A workspace keeps one owner. Make somebody else an owner first.");
    }
  }
}
