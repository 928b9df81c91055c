package dev.parley.retrieval.ingest.parse.mail;

import dev.parley.retrieval.ingest.parse.html.HtmlBlocks;
import dev.parley.retrieval.ingest.parse.text.DecodeText;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one letter. Of parts that say the same in several forms, the plain one is taken.
final class LetterText {
  /// Parts in parts, and letters in letters.
  private static final int DEEPEST = 20;

  private static final List<String> HEAD = List.of("From", "To", "Cc", "Date");

  private final TextWriter out;
  private final List<String> attached = new ArrayList<>();

  LetterText(TextWriter out) {
    this.out = out;
  }

  void write(Message letter) throws MessagingException, IOException {
    letter(letter, 0);
    if (!attached.isEmpty()) {
      out.paragraph("Attachments: " + String.join(", ", attached));
    }
  }

  private void letter(Message letter, int depth) throws MessagingException, IOException {
    var subject = letter.getSubject();
    if (subject != null) {
      out.heading(Math.min(6, 1 + depth), subject, null);
    }
    for (var name : HEAD) {
      var values = letter.getHeader(name);
      if (values != null && values.length > 0) {
        out.paragraph(name + ": " + decoded(values[0]));
      }
    }
    part(letter, depth);
  }

  private void part(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST) {
      throw new ParseProblem(ParseFailure.TOO_COMPLEX);
    }
    var name = part.getFileName();
    if (part.isMimeType("multipart/alternative")) {
      part(best((Multipart) part.getContent()), depth + 1);
    } else if (part.isMimeType("multipart/*")) {
      var parts = (Multipart) part.getContent();
      for (var i = 0; i < parts.getCount(); i++) {
        part(parts.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message inner) {
      letter(inner, depth + 1);
    } else if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attached.add(name == null ? part.getContentType() : decoded(name));
    } else if (part.isMimeType("text/html")) {
      HtmlBlocks.writeFragment(text(part), out);
    } else if (part.isMimeType("text/*")) {
      for (var paragraph : text(part).split("\\R{2,}", -1)) {
        out.paragraph(paragraph);
      }
    }
  }

  /// The plain one where there is one, else the last, which is the richest.
  private static Part best(Multipart forms) throws MessagingException {
    for (var i = 0; i < forms.getCount(); i++) {
      if (forms.getBodyPart(i).isMimeType("text/plain")) {
        return forms.getBodyPart(i);
      }
    }
    if (forms.getCount() == 0) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    return forms.getBodyPart(forms.getCount() - 1);
  }

  private static String text(Part part) throws MessagingException, IOException {
    return DecodeText.decode(part.getInputStream().readAllBytes(), charset(part));
  }

  private static @Nullable String charset(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getParameter("charset");
    } catch (ParseException _) {
      return null;
    }
  }

  private static String decoded(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException _) {
      return header;
    }
  }
}
