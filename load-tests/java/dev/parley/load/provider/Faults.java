package dev.parley.load.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Which share of the requests that wish for nothing is answered badly, and how:
/// `0.02:status=503;0.01:cut=3`.
record Faults(List<Share> shares, Wish otherwise) {

  static Faults of(String text, Wish otherwise) {
    var shares = new ArrayList<Share>();
    for (var part : text.split(";", -1)) {
      var at = part.indexOf(':');
      if (at > 0) {
        var share = Double.parseDouble(part.substring(0, at));
        shares.add(new Share(share, Wish.of(part.substring(at + 1), otherwise)));
      }
    }
    return new Faults(shares, otherwise);
  }

  Wish next() {
    if (shares.isEmpty()) {
      return otherwise;
    }
    var at = ThreadLocalRandom.current().nextDouble();
    for (var share : shares) {
      at -= share.of();
      if (at < 0) {
        return share.wish();
      }
    }
    return otherwise;
  }

  private record Share(double of, Wish wish) {}
}
