package dev.parley.retrieval.ingest.parse.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadMailTest {
  private static final String HEAD =
      """
      From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.org>
      To: team@example.org
      Date: Sun, 22 Nov 2026 09:00:00 +0100
      Subject: =?utf-8?B?R3LDvMOfZQ==?=
      MIME-Version: 1.0
      """;

  private static List<String> blocks(String letter) {
    var bytes = letter.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return Shown.blocks(ReadMail.read(bytes));
  }

  private static List<String> withHead(String... blocks) {
    var all =
        new ArrayList<>(
            List.of(
                "HEADING1: Grüße",
                "PARAGRAPH: From: Zoë <zoe@example.org>",
                "PARAGRAPH: To: team@example.org",
                "PARAGRAPH: Date: Sun, 22 Nov 2026 09:00:00 +0100"));
    all.addAll(List.of(blocks));
    return all;
  }

  @Test
  void aPlainLetterInItsCharset() {
    assertEquals(
        withHead("PARAGRAPH: Schöne Grüße.", "PARAGRAPH: Zoë"),
        blocks(HEAD + "Content-Type: text/plain; charset=iso-8859-1\n\nSchöne Grüße.\n\nZoë\n"));
  }

  @Test
  void ofSeveralFormsThePlainOneAndAttachmentsByName() {
    assertEquals(
        withHead("PARAGRAPH: plain", "PARAGRAPH: Attachments: plan.pdf"),
        blocks(
            HEAD
                + """
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: multipart/alternative; boundary=i

                --i
                Content-Type: text/html

                <p>rich</p>
                --i
                Content-Type: text/plain

                plain
                --i--
                --o
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="plan.pdf"
                Content-Transfer-Encoding: base64

                AAAA
                --o--
                """));
  }

  @Test
  void aPageIsReadAsAPageAndALetterInALetterToo() {
    assertEquals(
        withHead(
            "LIST_ITEM1: - one",
            "HEADING3: Inner",
            "PARAGRAPH: From: b@example.org",
            "PARAGRAPH: deep"),
        blocks(
            HEAD
                + """
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: text/html

                <ul><li>one</li></ul><script>no</script>
                --o
                Content-Type: message/rfc822

                From: b@example.org
                Subject: Inner

                deep
                --o--
                """));
  }

  @Test
  void endlessNestingIsRefused() {
    var letter = new StringBuilder(HEAD);
    for (var i = 0; i < 60; i++) {
      letter
          .append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    letter.append("\nend\n");
    var problem = assertThrows(ParseProblem.class, () -> blocks(letter.toString()));
    assertEquals(ParseFailure.TOO_COMPLEX, problem.failure());
  }
}
