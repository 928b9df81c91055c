package dev.parley.retrieval.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReadMarksTest {

  @Test
  void readsWhatAPageSaysOfItself() {
    var marks =
        ReadMarks.of(
            """
            <!doctype html><head><!-- <a href=no> --><base href="/docs/">
            <link rel='alternate canonical' href=/docs/a?x=1&amp;y=2>
            <META NAME=Robots CONTENT="NoIndex, max-snippet:0">
            <meta name=generator content='Docusaurus v3.8'><meta name=docusaurus_version content=2.0>
            <script>var no = "<a href='no'>";</script><title><a href=no></title></head>
            <nav><a href="one">1</a></nav><a class=x href = 'two'>2</a><a rel=nofollow href=no>n</a>
            <area href=three><a>none</a>
            """,
            "");

    assertEquals(List.of("one", "two", "three"), marks.links());
    assertEquals("/docs/", marks.base());
    assertEquals("/docs/a?x=1&y=2", marks.canonical());
    assertTrue(marks.noindex() && !marks.nofollow());
    assertEquals("Docusaurus v3.8", marks.generator());
    assertEquals("2.0", marks.docsVersion());
  }

  @Test
  void theHeadOfTheAnswerCountsToo() {
    var marks = ReadMarks.of("<p>x</p>", "none");

    assertTrue(marks.noindex() && marks.nofollow());
  }

  @Test
  void onlyWhatAPageSaysChangesIt() {
    var before =
        page("app.1a2b.js", "<a href=/one>One</a>", "<h2 id=a>Food</h2>\n<p>They eat.</p>");
    var rebuilt =
        page("app.9f8e.js", "<a href=/two>Two</a>", "<h2 class=x id=a>Food</h2> <p>They  eat.</p>");

    assertArrayEquals(before, rebuilt);
    assertFalse(Arrays.equals(before, page("", "", "<h2 id=a>Food</h2><p>They sleep.</p>")));
    assertFalse(Arrays.equals(before, page("", "", "<h2 id=b>Food</h2> <p>They eat.</p>")));
  }

  private static byte[] page(String script, String links, String content) {
    return ReadMarks.of(
            "<script src=%s></script><nav>%s<nav>x</nav></nav><main>%s</main>"
                .formatted(script, links, content),
            "")
        .fingerprint();
  }

  @Test
  void hostilePagesAreReadInNoTime() {
    for (var piece :
        List.of("<", "<a ", "<a b='", "<!--", "</", "<script>", "<a href=x>", "<div>", "<a/a/a=")) {
      var page = piece.repeat(1_000_000 / piece.length());
      var marks = assertTimeout(Duration.ofSeconds(5), () -> ReadMarks.of(page, ""), piece);
      assertTrue(marks.links().size() <= 3_000);
    }
  }

  @Test
  void noPageIsTooOdd() {
    var random = new Random(7);
    var letters = "<>/!-='\" abhref\n&;script";
    for (var i = 0; i < 20_000; i++) {
      var page = new StringBuilder();
      for (var length = random.nextInt(80); length > 0; length--) {
        page.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertEquals(32, ReadMarks.of(page.toString(), "").fingerprint().length);
    }
  }
}
