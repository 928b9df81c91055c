package dev.parley.retrieval.ingest;

import dev.parley.call.Call;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import io.vertx.core.Future;
import java.util.Optional;

/// Fetches the file behind an address. Fails with a problem that says why there is none.
@FunctionalInterface
public interface Fetcher {
  Future<Page> fetch(Call call, String url);

  /// Fetches with the guarded client.
  static Fetcher of(Outbound outbound) {
    return (call, url) -> outbound.fetch(call, url, outbound.limits()).compose(Fetcher::page);
  }

  private static Future<Page> page(Fetched fetched) {
    return fetched.ok()
        ? Future.succeededFuture(
            new Page(
                fetched.body().getBytes(),
                Optional.ofNullable(fetched.mediaType()).orElse("text/html")))
        : Future.failedFuture(new FetchProblem.NoPage(fetched.status()));
  }

  /// What an address gave.
  @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
  record Page(byte[] content, String mediaType) {}
}
