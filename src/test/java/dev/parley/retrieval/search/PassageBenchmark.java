package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import dev.parley.retrieval.search.PassageQuery.Mode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills an index with made-up passages and prints how long building and searching take. A program
/// to run by hand, not a test:
///
/// `java --add-modules jdk.incubator.vector -Xmx1g -cp …
/// dev.parley.retrieval.search.PassageBenchmark FOLDER [PASSAGES] [WORKSPACES]`
///
/// Words follow the law of Zipf and Mandelbrot over 50,000, so that the commonest stands in most
/// passages; vectors lie around 2,000 centres, so that near ones exist. Durations are given as seen
/// on the clock and as spent by the searching thread, which a busy machine does not lengthen.
final class PassageBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int DIMENSIONS = 384;
  private static final int WORDS = 50_000;
  private static final int CENTRES = 2_000;
  private static final double FLATTENED = 50;
  private static final int PASSAGE_WORDS = 200;
  private static final int DOCUMENT_PASSAGES = 10;
  private static final int BATCH = 50;
  private static final int QUESTIONS = 2_000;

  private final Random random = new Random(1);
  private final float[][] centres = new float[CENTRES][];
  private final int workspaces;

  private PassageBenchmark(int workspaces) {
    this.workspaces = workspaces;
    for (var at = 0; at < CENTRES; at++) {
      centres[at] = near(new float[DIMENSIONS], 1);
    }
  }

  /// Arguments: an empty folder, number of passages, number of workspaces they are spread over.
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var passages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    var workspaces = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    var shape = new IndexShape("benchmark", DIMENSIONS);
    try (var index = PassageIndex.open(folder, shape, Ranking.standard())) {
      var benchmark = new PassageBenchmark(workspaces);
      benchmark.build(index, passages);
      System.out.printf("on disk %.0f MB%n", size(folder) / 1e6);
      benchmark.ask(index);
      benchmark.replace(index, passages / DOCUMENT_PASSAGES);
      benchmark.time("compact", index::compact);
      benchmark.ask(index);
      benchmark.time("verify", index::verify);
    }
    var before = System.nanoTime();
    try (var index = PassageIndex.open(folder, shape, Ranking.standard())) {
      var millis = (System.nanoTime() - before) / 1e6;
      System.out.printf("open again %.0f ms, %d passages%n", millis, index.size());
    }
  }

  private void build(PassageIndex index, int passages) {
    var begun = System.nanoTime();
    var made = 0L;
    var documents = passages / DOCUMENT_PASSAGES;
    for (var from = 0; from < documents; from += BATCH) {
      var before = System.nanoTime();
      var changes =
          IntStream.range(from, Math.min(documents, from + BATCH))
              .mapToObj(id -> (IndexChange) document(id))
              .toList();
      made += System.nanoTime() - before;
      index.apply(changes);
    }
    index.commit(1);
    var seconds = (System.nanoTime() - begun - made) / 1e9;
    System.out.printf(
        "build %.1f s, %.0f passages/s, %d in all%n", seconds, passages / seconds, index.size());
  }

  /// Twice, for the first time is spent on compiling.
  private void ask(PassageIndex index) {
    for (var round = 0; round < 2; round++) {
      for (var mode : Mode.values()) {
        ask(index, mode);
      }
    }
  }

  private void ask(PassageIndex index, Mode mode) {
    var nanos = new long[QUESTIONS];
    var spent = new long[QUESTIONS];
    var found = 0L;
    for (var at = 0; at < QUESTIONS; at++) {
      var scope = PassageScope.all(workspace(random.nextInt(workspaces)));
      var texts = List.of(WeightedText.of("how is " + words(8) + " of the?"));
      var query = new PassageQuery(texts, vector(), scope, mode, 8);
      var before = System.nanoTime();
      var spentBefore = THREADS.getCurrentThreadCpuTime();
      found += index.search(query).size();
      spent[at] = THREADS.getCurrentThreadCpuTime() - spentBefore;
      nanos[at] = System.nanoTime() - before;
    }
    report(mode + " found " + found + ", clock", nanos);
    report(mode + " found " + found + ", spent", spent);
  }

  private void replace(PassageIndex index, int documents) {
    var nanos = new long[200];
    for (var at = 0; at < nanos.length; at++) {
      List<IndexChange> changes = List.of(document(random.nextInt(documents)));
      var before = System.nanoTime();
      index.apply(changes);
      nanos[at] = System.nanoTime() - before;
    }
    report("replace a document until visible", nanos);
    time("commit", () -> index.commit(2));
  }

  private void time(String what, Runnable step) {
    var before = System.nanoTime();
    step.run();
    System.out.printf("%s %.0f ms%n", what, (System.nanoTime() - before) / 1e6);
  }

  private IndexChange.Replace document(int id) {
    var passages = new ArrayList<Passage>();
    for (var at = 0; at < DOCUMENT_PASSAGES; at++) {
      passages.add(new Passage(at, "en", words(PASSAGE_WORDS), vector()));
    }
    var workspace = workspace(id % workspaces);
    return new IndexChange.Replace(workspace, new UUID(8, 1), new UUID(7, id), 1, passages);
  }

  private static WorkspaceId workspace(int number) {
    return new WorkspaceId(new UUID(9, number));
  }

  private String words(int count) {
    return IntStream.range(0, count).mapToObj(_ -> word()).collect(Collectors.joining(" "));
  }

  private String word() {
    var rank = (int) (FLATTENED * (Math.pow(1 + WORDS / FLATTENED, random.nextDouble()) - 1));
    return "w" + Integer.toString(rank * 7919, 36);
  }

  private float[] vector() {
    return near(centres[random.nextInt(CENTRES)], 0.6);
  }

  private float[] near(float[] centre, double spread) {
    var vector = new float[DIMENSIONS];
    var square = 0.0;
    for (var at = 0; at < DIMENSIONS; at++) {
      vector[at] = centre[at] + (float) (random.nextGaussian() * spread / Math.sqrt(DIMENSIONS));
      square += vector[at] * vector[at];
    }
    for (var at = 0; at < DIMENSIONS; at++) {
      vector[at] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static void report(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.2f ms, p99 %.2f ms%n",
        what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
