package dev.parley.retrieval.ingest.parse.mail;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/// A letter as mail programs save it (RFC 5322 and MIME): its subject, who wrote to whom and when,
/// what it says, and what is attached, by name. Letters inside of it are read too.
public final class ReadMail {
  private ReadMail() {}

  public static ParsedDocument read(byte[] bytes) {
    try {
      var session = Session.getInstance(new Properties());
      var letter = new MimeMessage(session, new ByteArrayInputStream(bytes));
      var out = new TextWriter();
      new LetterText(out).write(letter);
      return out.finish(letter.getSubject(), null);
    } catch (MessagingException | IOException broken) {
      throw new ParseProblem(ParseFailure.DAMAGED, broken);
    }
  }
}
