package dev.parley.retrieval.source;

import static dev.parley.retrieval.source.WantedSource.invalid;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import dev.parley.retrieval.source.files.Bucket.Keys;
import dev.parley.retrieval.source.kept.Source;
import dev.parley.retrieval.source.kept.Source.Kind;
import java.util.UUID;

/// How to sign in to buckets: the access key, a line break and the secret key, sealed.
final class BucketSecrets {
  static final SealedColumn COLUMN =
      new SealedColumn("knowledge_source", "secret", "credentials of sources");

  private final Sealer sealer;

  BucketSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  /// What is to be stored.
  ///
  /// @param before what is stored; empty for nothing
  String sealed(WorkspaceId workspace, UUID source, WantedSource wanted, String before) {
    var access = wanted.accessKey();
    var secret = wanted.secretKey();
    if (access == null && secret == null) {
      return before;
    }
    if (wanted.kind() != null && wanted.kind() != Kind.BUCKET) {
      throw invalid("/access_key", "is for buckets only");
    }
    if (access == null || secret == null || access.isBlank() != secret.isBlank()) {
      throw invalid("/secret_key", "comes with its access key");
    }
    return access.isBlank()
        ? ""
        : sealer.seal(access.strip() + "\n" + secret.strip(), COLUMN.place(workspace, source));
  }

  /// What was sealed.
  Keys keys(WorkspaceId workspace, Source source) {
    if (source.secret().isEmpty()) {
      return new Keys("", "");
    }
    var plain = sealer.openText(source.secret(), COLUMN.place(workspace, source.id()));
    var cut = plain.indexOf('\n');
    return new Keys(plain.substring(0, cut), plain.substring(cut + 1));
  }
}
