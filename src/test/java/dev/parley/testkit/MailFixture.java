package dev.parley.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A real SMTP server on a free port, which keeps what it is given. It offers no encryption.
public final class MailFixture implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("https?://\\S+#([A-Za-z0-9]+)");

  private final GreenMail server;

  private MailFixture(GreenMail server) {
    this.server = server;
  }

  /// A server that asks for these credentials.
  public static MailFixture start(String user, String password) {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    var _ = mail.setUser(user, password);
    return new MailFixture(mail);
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /// The letters to somebody, oldest first, as text.
  public List<String> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(letter -> GreenMailUtil.getAddressList(recipients(letter)).contains(address))
        .map(MailFixture::text)
        .toList();
  }

  /// Waits for the letter of that number, from 1, and takes the token out of its link.
  public String token(String address, int number) {
    Await.until(
        "letter " + number + " to " + address + " arrives", () -> to(address).size() >= number);
    var found = LINK.matcher(to(address).get(number - 1));
    if (!found.find()) {
      throw new AssertionError("no link in " + to(address));
    }
    return found.group(1);
  }

  private static Address[] recipients(Message letter) {
    try {
      return letter.getAllRecipients();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Message letter) {
    try {
      return letter.getContent().toString().replace("\r\n", "\n").strip();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
