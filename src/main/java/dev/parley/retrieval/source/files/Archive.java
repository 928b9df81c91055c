package dev.parley.retrieval.source.files;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Item;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/// A `.zip` or `.tar.gz` behind an address, such as one of a Git repository.
public final class Archive implements FileTree {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int NOT_MODIFIED = 304;

  private final Outbound outbound;
  private final ByteSize maxSize;

  public Archive(Outbound outbound, ByteSize maxSize) {
    this.outbound = outbound;
    this.maxSize = maxSize;
  }

  @Override
  public void each(Trip trip, Visitor visitor) throws Exception {
    var tag = tag(trip);
    var fetched = fetch(trip, tag);
    if (fetched.status() == NOT_MODIFIED && tag.isPresent()) {
      for (var item : trip.known()) {
        trip.same(item);
      }
      return;
    }
    if (!fetched.ok()) {
      throw new EndOfTrip.Failed(
          "fetch_refused", "The server answered with status %d.".formatted(fetched.status()));
    }
    var bytes = fetched.body().getBytes();
    trip.spend(bytes.length);
    new ReadArchive(bytes, fetched.headers().get("etag")).each(trip, visitor);
  }

  private Fetched fetch(Trip trip, Optional<String> tag) throws Exception {
    var headers = tag.map(text -> Map.of("if-none-match", text)).orElse(Map.of());
    var url = trip.source().definition().address();
    var request = new OutboundRequest(HttpMethod.GET, url, headers, Buffer.buffer());
    var limits = new FetchLimits(maxSize, PATIENCE);
    return trip.await(outbound.send(trip.call(PATIENCE), request, limits), PATIENCE);
  }

  /// What the server called the archive when all that is known was read from it.
  private static Optional<String> tag(Trip trip) {
    var tags = new HashSet<Optional<String>>();
    trip.known().stream().map(Item::modified).map(Optional::ofNullable).forEach(tags::add);
    return tags.size() == 1 ? tags.iterator().next() : Optional.empty();
  }
}
