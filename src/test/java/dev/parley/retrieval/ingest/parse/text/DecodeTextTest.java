package dev.parley.retrieval.ingest.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class DecodeTextTest {
  private static final String TEXT = "Grüße an Zoë – schön, dass es „geht“.";

  @Test
  void utf8NeedsNoMark() {
    assertEquals(TEXT, DecodeText.decode(TEXT.getBytes(StandardCharsets.UTF_8), null));
  }

  @Test
  void aByteOrderMarkDecides() {
    for (var name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"}) {
      var bytes = ("\uFEFF" + TEXT).getBytes(Charset.forName(name));
      assertEquals(TEXT, DecodeText.decode(bytes, "windows-1252"), name);
    }
  }

  @Test
  void utf16WithoutAMarkIsKnownByItsZeros() {
    var plain = "Nothing but plain words here.";
    for (var charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      var bytes = plain.getBytes(charset);
      assertFalse(DecodeText.isBinary(bytes));
      assertEquals(plain, DecodeText.decode(bytes, null));
    }
  }

  @Test
  void westernBytesAreReadAsSuch() {
    assertEquals(TEXT, DecodeText.decode(TEXT.getBytes(Charset.forName("windows-1252")), null));
  }

  @Test
  void theDeclaredEncodingIsBelievedWhereItFits() {
    var czech = "Příliš žluťoučký kůň";
    assertEquals(
        czech, DecodeText.decode(czech.getBytes(Charset.forName("ISO-8859-2")), "iso-8859-2"));
    assertEquals(TEXT, DecodeText.decode(TEXT.getBytes(StandardCharsets.UTF_8), "no-such-charset"));
  }

  @Test
  void anEncodingThatCannotBeToldIsSaidToBeUnknown() {
    var russian = "Съешь же ещё этих мягких французских булок".getBytes(Charset.forName("KOI8-R"));

    var problem = assertThrows(ParseProblem.class, () -> DecodeText.decode(russian, null));

    assertEquals(ParseFailure.UNKNOWN_ENCODING, problem.failure());
  }

  @Test
  void zerosAndControlCharactersMakeBinary() {
    assertTrue(DecodeText.isBinary(new byte[] {'a', 0, 'b', 'c', 0}));
    assertTrue(DecodeText.isBinary(new byte[] {1, 2, 3, 4, 5}));
    assertFalse(DecodeText.isBinary("a\tb\r\n".getBytes(StandardCharsets.UTF_8)));
  }
}
