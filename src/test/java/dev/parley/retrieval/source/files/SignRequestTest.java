package dev.parley.retrieval.source.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.source.files.Bucket.Keys;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SignRequestTest {
  private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");

  /// The keys of the examples in Amazon's documentation.
  private static final Keys KEYS =
      new Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  @Test
  void signsTheDocumentedExample() {
    var query = new TreeMap<>(Map.of("max-keys", "2", "prefix", "J"));

    var signed =
        new SignRequest(KEYS, "us-east-1", NOW)
            .get("https://examplebucket.s3.amazonaws.com", "/", query);

    assertEquals("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J", signed.url());
    assertTrue(
        String.valueOf(signed.headers().get("authorization"))
            .endsWith(
                "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
                    + "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
  }

  @Test
  void encodesWhatAPathMayNotHold() {
    var signed =
        new SignRequest(new Keys("", ""), "x", NOW)
            .get("http://127.0.0.1:9000/", "/shelf/a b+c/ä.md", new TreeMap<>());

    assertEquals("http://127.0.0.1:9000/shelf/a%20b%2Bc/%C3%A4.md", signed.url());
    assertFalse(signed.headers().containsKey("authorization"));
  }
}
