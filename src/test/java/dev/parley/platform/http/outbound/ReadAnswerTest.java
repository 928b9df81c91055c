package dev.parley.platform.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a content type says.
final class ReadAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html                           | text/html        | ''",
        "Text/HTML; Charset=UTF-8            | text/html        | UTF-8",
        "text/html;charset=\"iso-8859-1\"    | text/html        | ISO-8859-1",
        "text/plain; format=flowed; charset=windows-1252 | text/plain | windows-1252",
        "application/ld+json; a=b            | application/ld+json | ''",
        "text/html; charset=klingon          | text/html        | ''",
        "text/html; charset=                 | text/html        | ''",
        "text/html; charset=%%%              | text/html        | ''",
        "nonsense; charset=utf-8             | ''               | UTF-8",
        "text/<html>                         | ''               | ''"
      })
  void readsTypeAndCharset(String contentType, String mediaType, String charset) {
    var type = ReadAnswer.mediaType(contentType);
    var set = ReadAnswer.charset(contentType);

    assertEquals(mediaType, type == null ? "" : type);
    assertEquals(charset, set == null ? "" : set.name());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ";", "/"})
  void knowsNothingWhereNothingIsSaid(String contentType) {
    assertNull(ReadAnswer.mediaType(contentType));
    assertNull(ReadAnswer.charset(contentType));
  }
}
