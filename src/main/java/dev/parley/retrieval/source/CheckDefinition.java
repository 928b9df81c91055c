package dev.parley.retrieval.source;

import static dev.parley.retrieval.source.WantedSource.invalid;

import dev.parley.call.Call;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.retrieval.source.kept.Definition;
import dev.parley.retrieval.source.web.Address;
import io.vertx.core.Future;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Refuses sources that could never be gone through.
final class CheckDefinition {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");
  private static final Pattern ENDPOINT =
      Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://[\\w.:/~\\[\\]-]+");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final Outbound outbound;
  private final List<Path> folders;

  CheckDefinition(Outbound outbound, List<Path> folders) {
    this.outbound = outbound;
    this.folders = folders;
  }

  /// Fails with what is wrong.
  Future<?> check(Call call, Definition wanted) {
    if (!wanted.published().isEmpty() && Address.of(wanted.published()).isEmpty()) {
      throw invalid("/published", "must begin with http:// or https:// and name a host");
    }
    return switch (wanted.kind()) {
      case PAGE, SITEMAP, SITE, FEED, ARCHIVE -> server(call, wanted.address());
      case FOLDER -> folder(wanted.address());
      case BUCKET -> bucket(call, wanted);
    };
  }

  private Future<?> server(Call call, String address) {
    var url =
        Address.of(address)
            .orElseThrow(
                () -> invalid("/address", "must begin with http:// or https:// and name a host"));
    return outbound.address(call, url.url());
  }

  /// Whether it is there is seen by the run: what is not may come.
  private Future<?> folder(String address) {
    try {
      var path = Path.of(address).normalize();
      if (path.isAbsolute() && folders.stream().anyMatch(path::startsWith)) {
        return Future.succeededFuture();
      }
    } catch (InvalidPathException _) {
      // said below
    }
    throw invalid("/address", "must be inside a folder that the configuration allows");
  }

  private Future<?> bucket(Call call, Definition wanted) {
    if (!BUCKET.matcher(wanted.bucket()).matches()) {
      throw invalid("/bucket", "must be the name of a bucket");
    }
    if (!REGION.matcher(wanted.region()).matches()) {
      throw invalid("/region", "must be the name of a region, such as us-east-1");
    }
    if (!ENDPOINT.matcher(wanted.address()).matches()) {
      throw invalid("/address", "must be the URL of the server, without what stands behind `?`");
    }
    return server(call, wanted.address());
  }
}
