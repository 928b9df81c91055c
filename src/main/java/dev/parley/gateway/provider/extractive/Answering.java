package dev.parley.gateway.provider.extractive;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.platform.observe.Log;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// Finds the answer to one question in its sources. Blocks while sentences are embedded, so it runs
/// on a worker thread.
///
/// Four facts make the score of a unit: how much of the question stands in it and around it, how
/// alike the two are in meaning, whether a heading above it names what is asked, and how well the
/// search liked the source.
final class Answering {
  static final String NOTHING = "I found nothing in your documents that answers this.";
  private static final Log LOG = Log.of(Answering.class);
  private static final int CANDIDATES = 24;
  private static final long EMBEDDING_MS = 5_000;

  private final Embedder embedder;

  Answering(Embedder embedder) {
    this.embedder = embedder;
  }

  /// The answer in Markdown.
  String answer(Call call, ModelRequest request) {
    var asked = Asked.of(request);
    var units = new ArrayList<Unit>();
    for (var rank = 0; rank < request.sources().size(); rank++) {
      units.addAll(ReadSource.units(request.sources().get(rank), rank));
    }
    if (asked.terms().isEmpty()) {
      return NOTHING;
    }
    var coverage = new Coverage(asked, units);
    var candidates = scored(call, asked, units, coverage);
    return !candidates.isEmpty() && Evidence.of(candidates.getFirst()).isEnough()
        ? Write.answer(new Choose(asked, units).from(candidates))
        : NOTHING;
  }

  List<Candidate> scored(Call call, Asked asked, List<Unit> units, Coverage coverage) {
    var places = shortlist(units, coverage);
    var likeness = likeness(call, asked, places.stream().map(units::get).toList());
    var candidates = new ArrayList<Candidate>();
    for (var i = 0; i < places.size(); i++) {
      var at = places.get(i);
      candidates.add(Score.candidate(asked, units, at, coverage, likeness[i]));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }

  /// Places of the units that cover most, the best of each source among them.
  private static List<Integer> shortlist(List<Unit> units, Coverage coverage) {
    var order =
        IntStream.range(0, units.size())
            .filter(at -> Choose.ALONE.contains(units.get(at).kind()))
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    at -> 0.02 * units.get(at).rank() - coverage.withContext(at)))
            .toList();
    var places = new LinkedHashSet<Integer>();
    var sources = new LinkedHashSet<Integer>();
    for (var at : order) {
      if (sources.add(units.get(at).source())) {
        places.add(at);
      }
    }
    order.stream().limit(CANDIDATES).forEach(places::add);
    return places.stream().limit(CANDIDATES).toList();
  }

  /// Cosine of the question and each unit; NaN for all when the embedder is too busy to tell, or
  /// does not know the question's script: to it, all of that looks alike.
  private double[] likeness(Call call, Asked asked, List<Unit> units) {
    var texts = new ArrayList<String>();
    texts.add(asked.text());
    units.forEach(unit -> texts.add(unit.heading() + "\n" + unit.text()));
    var likeness = new double[units.size()];
    if (!asked.isLatin()) {
      Arrays.fill(likeness, Double.NaN);
      return likeness;
    }
    try {
      var vectors =
          embedder.embed(call, texts, Urgency.QUESTION).await(EMBEDDING_MS, TimeUnit.MILLISECONDS);
      for (var i = 0; i < likeness.length; i++) {
        likeness[i] = dot(vectors.getFirst(), vectors.get(i + 1));
      }
    } catch (TimeoutException | RuntimeException e) {
      LOG.warning(call, "answering by words alone", "cause", e);
      Arrays.fill(likeness, Double.NaN);
    }
    return likeness;
  }

  private static double dot(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
