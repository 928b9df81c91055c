package dev.parley.retrieval.source.files;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.retrieval.source.files.BucketList.Listed;
import dev.parley.retrieval.source.intake.EndOfTrip;
import dev.parley.retrieval.source.intake.Trip;
import dev.parley.retrieval.source.kept.Source;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// The objects in a bucket of S3, or of a server that speaks like it. The bucket's name stands in
/// the path, which all of them understand.
public final class Bucket implements FileTree {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_PAGES = 1_000;

  private final Outbound outbound;
  private final ByteSize maxFile;
  private final BiFunction<WorkspaceId, Source, Keys> keys;
  private final InstantSource clock;

  /// How to sign in.
  ///
  /// @param access empty for a bucket that is open to all
  public record Keys(String access, String secret) {
    @Override
    public String toString() {
      return "***";
    }
  }

  public Bucket(
      Outbound outbound,
      ByteSize maxFile,
      BiFunction<WorkspaceId, Source, Keys> keys,
      InstantSource clock) {
    this.outbound = outbound;
    this.maxFile = maxFile;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void each(Trip trip, Visitor visitor) throws Exception {
    var own = keys.apply(trip.lease().workspace(), trip.source());
    var next = "";
    for (var pages = 0; pages < MOST_PAGES; pages++) {
      var list = list(trip, own, next);
      for (var object : list.objects()) {
        visitor.visit(
            new Entry(
                object.key(),
                object.tag(),
                object.size(),
                null,
                most -> read(trip, own, object.key(), most)));
      }
      if (list.next().isEmpty()) {
        return;
      }
      next = list.next();
    }
    throw new EndOfTrip.Failed("too_many_files", "There are too many objects in the bucket.");
  }

  private Listed list(Trip trip, Keys own, String after) throws Exception {
    var definition = trip.source().definition();
    var query = new TreeMap<String, String>();
    query.put("list-type", "2");
    query.put("encoding-type", "url");
    if (!definition.folder().isEmpty()) {
      query.put("prefix", definition.folder().replaceAll("^/+|/+$", "") + "/");
    }
    if (!after.isEmpty()) {
      query.put("continuation-token", after);
    }
    var fetched = send(trip, own, "", query, outbound.limits());
    if (!fetched.ok()) {
      throw new EndOfTrip.Failed("bucket_refused", said(fetched));
    }
    return BucketList.read(fetched.body().getBytes());
  }

  private byte[] read(Trip trip, Keys own, String key, int most) throws Exception {
    var limits = new FetchLimits(new ByteSize(Math.max(most, maxFile.bytes())), PATIENCE);
    var fetched = send(trip, own, key, new TreeMap<>(), limits);
    if (!fetched.ok()) {
      throw new IOException(said(fetched));
    }
    return fetched.body().getBytes();
  }

  private Fetched send(
      Trip trip, Keys own, String key, SortedMap<String, String> query, FetchLimits limits)
      throws Exception {
    var definition = trip.source().definition();
    var sign = new SignRequest(own, definition.region(), clock.instant());
    var signed = sign.get(definition.address(), "/" + definition.bucket() + "/" + key, query);
    var request =
        new OutboundRequest(HttpMethod.GET, signed.url(), signed.headers(), Buffer.buffer(), true);
    return trip.await(outbound.send(trip.call(PATIENCE), request, limits), PATIENCE);
  }

  private static String said(Fetched fetched) {
    return "The server answered with status %d%s."
        .formatted(fetched.status(), BucketList.errorCode(fetched.body().getBytes()));
  }
}
