package dev.parley.load.bench;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.load.Options;
import dev.parley.load.traffic.Latencies;
import dev.parley.retrieval.search.IndexChange;
import dev.parley.retrieval.search.IndexShape;
import dev.parley.retrieval.search.Passage;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.PassageQuery;
import dev.parley.retrieval.search.PassageQuery.Mode;
import dev.parley.retrieval.search.PassageScope;
import dev.parley.retrieval.search.Ranking;
import dev.parley.retrieval.search.ScoredPassage;
import dev.parley.retrieval.search.WeightedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How the search index does with many passages: how long it takes to build, how large it is, how
/// long a question takes, alone and while documents are read in, and how many of the nearest
/// passages it finds.
public final class SearchScale implements AutoCloseable {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
  private static final PassageScope SCOPE = PassageScope.all(WORKSPACE);
  private static final UUID BASE = new UUID(0, 2);
  private static final int DIMENSIONS = 384;
  private static final int PASSAGES_EACH = 20;
  private static final int DOCUMENTS_AT_ONCE = 50;
  private static final int WANTED = 16;
  private static final int NEAREST = 10;
  private static final int EXACT = 100;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final String QUESTION =
      "How long do we keep the backups of a customer's database?";

  private final int passages;
  private final Path folder;
  private final MadeUpPassages made = new MadeUpPassages(DIMENSIONS);
  private final InstantSource clock = InstantSource.system();
  private final OnnxEmbedder embedder = new OnnxEmbedder(clock, 1);
  private final PassageIndex index;

  private SearchScale(int passages, Path folder) {
    this.passages = passages;
    this.folder = folder;
    var shape = new IndexShape("made up", DIMENSIONS);
    this.index = PassageIndex.open(folder, shape, Ranking.standard());
  }

  public static void run(Options options) throws Exception {
    var passages = options.number("passages", 100_000);
    var questions = options.number("questions", 2_000);
    var rate = options.decimal("rate", 50);
    var documents = options.decimal("documents", 5);
    var lasting = options.seconds("seconds", 30);
    options.done();
    var folder = Files.createTempDirectory("parley-search");
    var report = new Report("search " + passages, "load-tests/run.sh bench search" + options);
    try (var bench = new SearchScale(passages, folder)) {
      bench.build(report);
      bench.ask(report, questions);
      bench.askWhileReading(report, rate, documents, lasting);
      bench.recall(report);
    } finally {
      delete(folder);
    }
    report.publish();
  }

  private void build(Report report) throws IOException {
    var begun = System.nanoTime();
    var documents = passages / PASSAGES_EACH;
    for (var from = 0; from < documents; from += DOCUMENTS_AT_ONCE) {
      var to = Math.min(documents, from + DOCUMENTS_AT_ONCE);
      index.apply(IntStream.range(from, to).mapToObj(at -> document(at, 1)).toList());
      index.commit(to);
    }
    var built = seconds(begun);
    begun = System.nanoTime();
    index.compact();
    index.commit(documents);
    var compacted = seconds(begun);
    report.text(
        "%d passages of 80 words with vectors of %d dimensions, in documents of %d; applied and"
                .formatted(index.size(), DIMENSIONS, PASSAGES_EACH)
            + " committed %d documents at a time in %.0f s, made one segment in %.0f s; %.0f MiB on"
                .formatted(DOCUMENTS_AT_ONCE, built, compacted, size(folder))
            + " disk, this process %.0f MiB resident."
                .formatted(Cpu.residentMib(ProcessHandle.current().pid())));
    report.head("questions", "search p50 / p99 / max", "with the question's embedding");
  }

  private void ask(Report report, int questions) throws TimeoutException {
    var search = new Latencies();
    var whole = new Latencies();
    for (var i = -questions / 4; i < questions; i++) {
      var begun = System.nanoTime();
      embed();
      var embedded = System.nanoTime();
      var _ = index.search(question(i, Mode.HYBRID));
      var end = System.nanoTime();
      if (i >= 0) {
        search.record(end - embedded);
        whole.record(end - begun);
      }
    }
    report.row("one after another", search.toString(), whole.toString());
  }

  /// Questions come when they are due, whether or not earlier ones are answered.
  private void askWhileReading(Report report, double rate, double documents, Duration lasting)
      throws InterruptedException {
    var over = new AtomicBoolean();
    var reader = Thread.ofPlatform().start(() -> read(documents, over));
    var search = new Latencies();
    var whole = new Latencies();
    var begun = System.nanoTime();
    var count = (int) (rate * lasting.toSeconds());
    try (var asked = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < count; i++) {
        var number = i;
        var due = begun + (long) (i / rate * 1e9);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        asked.execute(() -> {
          embed();
          var embedded = System.nanoTime();
          var _ = index.search(question(number, Mode.HYBRID));
          var end = System.nanoTime();
          synchronized (whole) {
            search.record(end - embedded);
            whole.record(end - due);
          }
        });
      }
    }
    over.set(true);
    reader.join();
    report.row(
        "%.0f/s, while %.0f documents a second are read in".formatted(rate, documents),
        search.toString(),
        whole.toString());
  }

  /// New versions of documents, as somebody's schedule brings them.
  private void read(double documents, AtomicBoolean over) {
    var all = passages / PASSAGES_EACH;
    try {
      for (var i = 0; !over.get(); i++) {
        index.apply(List.of(document(i % all, 2)));
        index.commit(all + i);
        Thread.sleep((long) (1_000 / documents));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void recall(Report report) {
    var wanted = new ArrayList<PriorityQueue<Near>>();
    var asked = new ArrayList<float[]>();
    for (var i = 0; i < EXACT; i++) {
      wanted.add(new PriorityQueue<>(Comparator.comparingDouble(Near::cosine)));
      asked.add(made.vectorAsked(about(i)));
    }
    for (var number = 0; number < passages; number++) {
      var vector = made.vector(number);
      for (var i = 0; i < EXACT; i++) {
        var nearest = wanted.get(i);
        nearest.add(new Near(number, dot(asked.get(i), vector)));
        if (nearest.size() > NEAREST) {
          var _ = nearest.remove();
        }
      }
    }
    var found = 0L;
    for (var i = 0; i < EXACT; i++) {
      var numbers = index.search(question(i, Mode.VECTORS)).stream().limit(NEAREST).toList();
      var exact = wanted.get(i).stream().map(Near::number).toList();
      found += numbers.stream().filter(one -> exact.contains(number(one))).count();
    }
    report.end();
    report.text(
        "Of the ten nearest by vector, by a comparison with every one, the index finds **%.3f**."
            .formatted((double) found / (EXACT * NEAREST)));
  }

  private IndexChange document(int at, int version) {
    var all =
        LongStream.range(0, PASSAGES_EACH)
            .mapToObj(i -> {
              var number = (long) at * PASSAGES_EACH + i;
              return new Passage((int) i, "", made.text(number), made.vector(number));
            })
            .toList();
    return new IndexChange.Replace(WORKSPACE, BASE, new UUID(1, at), version, all);
  }

  private PassageQuery question(int number, Mode mode) {
    var about = about(number);
    var text = List.of(WeightedText.of(made.textAsked(about)));
    return new PassageQuery(text, made.vectorAsked(about), SCOPE, mode, WANTED);
  }

  private long about(int number) {
    return Math.floorMod(number * 7_919L, (long) passages);
  }

  private static long number(ScoredPassage found) {
    return found.document().getLeastSignificantBits() * PASSAGES_EACH + found.ordinal();
  }

  private void embed() {
    var call = new Call("bench", new Caller.Parley(WORKSPACE), Deadline.after(clock, LONGEST));
    try {
      var _ =
          embedder
              .embed(call, List.of(QUESTION), Urgency.QUESTION)
              .await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("a question is not embedded in a minute", e);
    }
  }

  private static double dot(float[] a, float[] b) {
    var sum = 0f;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static double size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / (1024.0 * 1024);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  @Override
  public void close() {
    index.close();
    embedder.close();
  }

  /// How near a passage is.
  private record Near(long number, double cosine) {}
}
