package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.platform.mail.Mailer;
import dev.parley.platform.mail.Mailer.Letter;
import dev.parley.platform.observe.Log;

/// The letters that people get about their accounts. Where no server for e-mail is set up, the link
/// is logged in development and lost elsewhere.
public final class Letters {
  private static final Log LOG = Log.of(Letters.class);

  private final Mailer mailer;
  private final String publicUrl;
  private final boolean development;

  /// @param publicUrl where people find this server, without a slash at the end
  public Letters(Mailer mailer, String publicUrl, boolean development) {
    this.mailer = mailer;
    this.publicUrl = publicUrl;
    this.development = development;
  }

  /// The address of a page with a token that the server never sees in a log: behind the `#`.
  public String link(String page, String token) {
    return publicUrl + page + "#" + token;
  }

  /// Invites somebody; returns whether a letter is on its way.
  public boolean invite(Call call, String to, String link) {
    return send(
        call,
        new Letter(
            to,
            "You are invited to Parley",
            """
            Somebody has invited you to their workspace. Choose a password here:

            %s

            The link works once, for seven days.
            """
                .formatted(link)),
        link);
  }

  /// Sends a link to set a new password.
  void reset(Call call, String to, String link) {
    var _ =
        send(
            call,
            new Letter(
                to,
                "Set a new password",
                """
                Somebody, probably you, asked for a new password. Choose it here:

                %s

                The link works once, for one hour. If it was not you, there is nothing to do.
                """
                    .formatted(link)),
            link);
  }

  /// Tells somebody that one of their sessions was copied.
  void reuse(Call call, String to) {
    var _ =
        send(
            call,
            new Letter(
                to,
                "You were signed out of Parley",
                """
                A sign-in of yours was used in two places at once, as happens when it is copied. It
                was ended. Sign in again, and change your password if you did not expect this.
                """),
            "");
  }

  private boolean send(Call call, Letter letter, String link) {
    if (!mailer.isOn()) {
      if (development && !link.isEmpty()) {
        LOG.info(call, "no e-mail is set up; the link is", "link", link);
      }
      return false;
    }
    mailer.send(letter).onFailure(e -> LOG.warning(call, "a letter was not sent", "cause", e));
    return true;
  }
}
