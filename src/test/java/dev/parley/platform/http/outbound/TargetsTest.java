package dev.parley.platform.http.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.outbound.OutboundProblem.BadRedirect;
import dev.parley.platform.http.outbound.OutboundProblem.InvalidUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a URL means, and which ones mean nothing for certain.
final class TargetsTest {
  private final Targets targets = new Targets(List.of(8080));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.org                        | http://example.org/",
        "http://example.org/                       | http://example.org/",
        "HTTP://EXAMPLE.org/A                      | http://example.org/A",
        "https://example.org:443/a                 | https://example.org/a",
        "https://example.org:80/a                  | https://example.org:80/a",
        "http://example.org:80                     | http://example.org/",
        "https://example.org:8443/                 | https://example.org:8443/",
        "http://example.org:8080/                  | http://example.org:8080/",
        "https://example.org?q=1                   | https://example.org/?q=1",
        "https://example.org/a?q=http://b.example/ | https://example.org/a?q=http://b.example/",
        "https://example.org/a#part                | https://example.org/a",
        "https://example.org#part                  | https://example.org/",
        "https://example.org/@user                 | https://example.org/@user",
        "https://example.org/#/@user               | https://example.org/",
        "https://example.org/a%20b?c=%40           | https://example.org/a%20b?c=%40",
        "https://example.org/%2e%2e/a              | https://example.org/%2e%2e/a",
        "https://example.org//a//b                 | https://example.org//a//b",
        "https://example.org./                     | https://example.org/",
        "https://bücher.example/                   | https://xn--bcher-kva.example/",
        "https://BÜCHER.example/                   | https://xn--bcher-kva.example/",
        "https://xn--bcher-kva.example/            | https://xn--bcher-kva.example/",
        "https://例え.テスト/                       | https://xn--r8jz45g.xn--zckzah/",
        "https://example。org/                      | https://example.org/",
        "https://ｅｘａｍｐｌｅ.org/                 | https://example.org/",
        "https://example.org/bücher                | https://example.org/b%C3%BCcher",
        "https://example.org/?q=ü                  | https://example.org/?q=%C3%BC",
        "http://wiki/                              | http://wiki/",
        "http://localhost/                         | http://localhost/",
        "http://a-b.example/                       | http://a-b.example/",
        "http://3com.example/                      | http://3com.example/",
        "http://0x7f.example/                      | http://0x7f.example/",
        "http://127.0.0.1/                         | http://127.0.0.1/",
        "http://127.0.0.1./                        | http://127.0.0.1/",
        "http://93.184.215.14/                     | http://93.184.215.14/",
        "http://255.255.255.255/                   | http://255.255.255.255/",
        "http://１２７.０.０.１/                     | http://127.0.0.1/",
        "http://①②⑦.0.0.1/                        | http://127.0.0.1/",
        "http://127。0。0。1/                       | http://127.0.0.1/",
        "http://[::1]/                             | http://[0:0:0:0:0:0:0:1]/",
        "http://[::1]:8080/                        | http://[0:0:0:0:0:0:0:1]:8080/",
        "http://[2606:4700::1111]/                 | http://[2606:4700:0:0:0:0:0:1111]/",
        "http://[2606:4700::1111]:8443/            | http://[2606:4700:0:0:0:0:0:1111]:8443/",
        "http://[::ffff:127.0.0.1]/                | http://127.0.0.1/",
        "http://[::ffff:7f00:1]/                   | http://127.0.0.1/",
        "http://[64:ff9b::10.0.0.1]/               | http://[64:ff9b:0:0:0:0:a00:1]/"
      })
  void readsOneMeaning(String url, String meaning) {
    assertEquals(meaning, targets.parse(url).uri().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/",
        "/etc/passwd",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org:80/_x",
        "dict://example.org/",
        "jar:http://example.org!/a",
        "javascript:alert(1)",
        "data:text/html,a",
        "ws://example.org/",
        "http:example.org",
        "http:/example.org",
        "http:///example.org",
        "http://",
        "http://?",
        "http://#",
        "http://:80/",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://:@example.org/",
        "https://@example.org/",
        "https://example.org@evil.example/",
        "https://example.org:80@evil.example/",
        "https://example.org%40evil.example/",
        "https://example.org#@evil.example/",
        "https://example.org#:x@evil.example",
        "https://a@b@c.example/",
        "https://ü@example.org/",
        "https://example.org\\@evil.example/",
        "https:\\\\example.org/",
        "https://example.org\\.evil.example/",
        "https://example.org/a\\b",
        "https://example.org /",
        " https://example.org/",
        "https://example.org/ ",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\r\nHost: evil.example",
        "https://example.org/\t",
        "https://exam\u0000ple.org/",
        "https://example.org/\u0000",
        "https://example.org/\u007f",
        "https://example.org/\u0085",
        "https://example.org/\u00a0",
        "https://example.org/\u2028",
        "https://example.org/\u3000",
        "https://exam\u200bple.org/",
        "https://exam\u202eple.org/",
        "https://exam\u00adple.org/",
        "https://\ud800.example/",
        "https://example.org:/",
        "https://example.org:0/",
        "https://example.org:22/",
        "https://example.org:25/",
        "https://example.org:5432/",
        "https://example.org:6379/",
        "https://example.org:65536/",
        "https://example.org:99999999999/",
        "https://example.org:-1/",
        "https://example.org:+80/",
        "https://example.org:0443/",
        "https://example.org:0x50/",
        "https://example.org:80:80/",
        "https://example.org:４４３/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7F.0.0.1/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.01/",
        "http://0177.0.0.1/",
        "http://127.0.0.1.1/",
        "http://127.0.0.256/",
        "http://1.2.3.4.5/",
        "http://127.0.0.0x1/",
        "http://example.0x/",
        "http://example.123/",
        "http://0/",
        "http://00/",
        "http://0x/",
        "http://4294967296/",
        "http://１２７.１/",
        "http://127.0.0.1%00/",
        "http://%31%32%37.0.0.1/",
        "http://127%2e0.0.1/",
        "http://[::1/",
        "http://::1/",
        "http://[::1]x/",
        "http://[::1]:/",
        "http://[::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[::1%1]/",
        "http://[v1.fe80::1]/",
        "http://[1.2.3.4]/",
        "http://[localhost]/",
        "http://[]/",
        "http://[::ffff:127.0.0.256]/",
        "http://[::ffff:0x7f.0.0.1]/",
        "http://[1:2:3:4:5:6:7:8:9]/",
        "http://./",
        "http://../",
        "http://.example.org/",
        "http://example..org/",
        "http://example.org../",
        "http://-example.org/",
        "http://example-.org/",
        "http://exa_mple.org/",
        "http://exa*mple.org/",
        "http://exa$mple.org/",
        "http://exa,mple.org/",
        "http://exa;mple.org/",
        "http://exa!mple.org/",
        "http://exa'mple.org/",
        "http://exa+mple.org/",
        "http://exa=mple.org/",
        "http://exa&mple.org/",
        "http://exa~mple.org/",
        "http://(example.org)/",
        "http://<example.org>/",
        "http://example.org|evil.example/",
        "http://example.org^/",
        "http://example.org`/",
        "http://{example}.org/",
        "http://example.org／evil.example/",
        "http://example.org／@evil.example/",
        "http://℀.example/",
        "http://example.org＃.evil.example/",
        "http://example.org？.evil.example/",
        "http://example.org：80/",
        "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/",
        "https://example.org/%",
        "https://example.org/%zz",
        "https://example.org/a|b",
        "https://example.org/<a>",
        "https://example.org/\"a\""
      })
  void refusesWhatCouldMeanTwoThings(String url) {
    assertThrows(InvalidUrl.class, () -> targets.parse(url));
  }

  @Test
  void refusesNamesAndUrlsBeyondTheLongest() {
    var label = "a".repeat(60) + ".";

    assertThrows(InvalidUrl.class, () -> targets.parse("http://" + label.repeat(5) + "example/"));
    assertThrows(InvalidUrl.class, () -> targets.parse("http://a.example/" + "b".repeat(4_096)));
  }

  @Test
  void tellsAddressesFromNames() {
    assertNull(targets.parse("http://example.org/").host().literal());
    assertEquals(
        "127.0.0.1",
        String.valueOf(targets.parse("http://127.0.0.1/").host().literal()).substring(1));
    assertEquals("0:0:0:0:0:0:0:1", targets.parse("http://[::1]/").host().bare());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/b                        | https://example.org/b",
        "b                         | https://example.org/a/b",
        "../b                      | https://example.org/b",
        "?q=2                      | https://example.org/a/page?q=2",
        "#part                     | https://example.org/a/page?q=1",
        "//other.example/x         | https://other.example/x",
        "http://other.example/x    | http://other.example/x",
        "https://example.org:8443/ | https://example.org:8443/",
        "/with space               | https://example.org/with%20space",
        "/b\u00c3\u00bccher        | https://example.org/b%C3%BCcher"
      })
  void followsRedirects(String location, String meaning) {
    var from = targets.parse("https://example.org/a/page?q=1");

    assertEquals(meaning, targets.redirect(from, location).uri().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "//user@other.example/",
        "https://other.example:22/",
        "http://2130706433/",
        "http://[::1",
        "\\\\other.example\\x",
        "http:///x",
        "/a%zz",
        "/a\u0001"
      })
  void refusesRedirectsToWhatCannotBeFetched(String location) {
    var from = targets.parse("https://example.org/a/page?q=1");

    assertThrows(BadRedirect.class, () -> targets.redirect(from, location));
  }

  @Test
  void callsOnlyTheSameSchemeHostAndPortTheSameServer() {
    var here = targets.parse("https://example.org/a");

    assertTrue(here.sameOrigin(targets.parse("https://EXAMPLE.org.:443/b")));
    assertFalse(here.sameOrigin(targets.parse("http://example.org/a")));
    assertFalse(here.sameOrigin(targets.parse("https://example.org:8443/a")));
    assertFalse(here.sameOrigin(targets.parse("https://www.example.org/a")));
  }
}
