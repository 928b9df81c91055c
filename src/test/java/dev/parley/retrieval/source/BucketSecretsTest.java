package dev.parley.retrieval.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.Secret;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import dev.parley.retrieval.source.files.Bucket.Keys;
import dev.parley.retrieval.source.kept.Source;
import dev.parley.retrieval.source.kept.Source.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BucketSecretsTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
  private static final UUID SOURCE = new UUID(0, 2);
  private static final Secret KEY = new Secret("a key of these tests, and of nothing else");

  private final BucketSecrets secrets =
      new BucketSecrets(Sealer.of(new SealConfig(KEY, false), Path.of("unused")));

  @Test
  void keysAreStoredSealedForTheirSourceAlone() {
    var sealed = sealed(wanted(Kind.BUCKET, "reader", "very-secret"), "");

    assertFalse(sealed.contains("reader") || sealed.contains("very-secret"));
    assertEquals("very-secret", secrets.keys(WORKSPACE, source(SOURCE, sealed)).secret());
    assertEquals("reader", secrets.keys(WORKSPACE, source(SOURCE, sealed)).access());
    var other = source(new UUID(0, 3), sealed);
    assertThrows(RuntimeException.class, () -> secrets.keys(WORKSPACE, other));
    assertFalse(secrets.keys(WORKSPACE, source(SOURCE, sealed)).toString().contains("reader"));
  }

  @Test
  void keysStayUntilTheyAreNamed() {
    assertEquals("as before", sealed(wanted(null, null, null), "as before"));
    assertEquals("", sealed(wanted(null, "", ""), "as before"));
    assertEquals(new Keys("", ""), secrets.keys(WORKSPACE, source(SOURCE, "")));
  }

  @Test
  void halfAKeyIsRefusedAndSoIsOneOfSomethingElse() {
    for (var odd :
        new WantedSource[] {
          wanted(Kind.BUCKET, "reader", null),
          wanted(Kind.BUCKET, null, "very-secret"),
          wanted(Kind.BUCKET, "reader", " "),
          wanted(Kind.SITE, "reader", "very-secret")
        }) {
      assertThrows(HttpProblem.Invalid.class, () -> sealed(odd, ""));
    }
  }

  private String sealed(WantedSource wanted, String before) {
    return secrets.sealed(WORKSPACE, SOURCE, wanted, before);
  }

  private static WantedSource wanted(
      @Nullable Kind kind, @Nullable String access, @Nullable String secret) {
    return new WantedSource(
        "Shelf",
        null,
        kind,
        "https://s3.example.org",
        null,
        "shelf",
        "eu-1",
        null,
        null,
        null,
        null,
        null,
        null,
        access,
        secret);
  }

  private static Source source(UUID id, String sealed) {
    var wanted = wanted(Kind.BUCKET, null, null);
    var now = Instant.EPOCH;
    var definition = wanted.definition(Kind.BUCKET, 10);
    return new Source(id, new UUID(0, 9), "Shelf", definition, null, sealed, now, "x", now);
  }
}
