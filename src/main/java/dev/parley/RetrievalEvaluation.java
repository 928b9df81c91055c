package dev.parley;

import dev.parley.EvaluationChart.Bars;
import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.cli.Measure;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.spi.Embedder;
import dev.parley.platform.time.FineClock;
import dev.parley.retrieval.document.Block;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.evaluation.Evaluation;
import dev.parley.retrieval.evaluation.KnownItems;
import dev.parley.retrieval.evaluation.LabelledSet;
import dev.parley.retrieval.evaluation.LabelledSet.Paragraph;
import dev.parley.retrieval.evaluation.Way;
import dev.parley.retrieval.ingest.parse.ParserConfig;
import dev.parley.retrieval.ingest.parse.ParserPool;
import dev.parley.retrieval.ingest.parse.Upload;
import dev.parley.retrieval.ingest.parse.read.ReadableNames;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.split.SplitConfig;
import dev.parley.retrieval.ingest.split.SplitText;
import dev.parley.retrieval.search.IndexShape;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.Ranking;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Measures the search in every mixture that is asked for. Blocks.
final class RetrievalEvaluation {
  private static final Duration LIMIT = Duration.ofHours(2);
  private static final String LABELLED = "corpus.jsonl";

  private final Measure measure;
  private final ParserConfig parser;
  private final Embedder embedder;
  private final InstantSource clock;
  private final PrintStream out;
  private final List<Bars> bars = new ArrayList<>();

  private RetrievalEvaluation(
      Measure measure,
      ParserConfig parser,
      Embedder embedder,
      InstantSource clock,
      PrintStream out) {
    this.measure = measure;
    this.parser = parser;
    this.embedder = embedder;
    this.clock = clock;
    this.out = out;
  }

  /// Prints a table for each length of passages, and draws the chart of all.
  static void run(Measure measure, AppConfig config, InstantSource clock, PrintStream out)
      throws IOException, TimeoutException {
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    try (var embedder = new OnnxEmbedder(clock, threads)) {
      var parser = config.retrieval().parser();
      new RetrievalEvaluation(measure, parser, embedder, clock, out).run();
    }
  }

  private void run() throws IOException, TimeoutException {
    if (Files.exists(measure.folder().resolve(LABELLED))) {
      labelled();
    } else {
      documents();
    }
    var chart = measure.chart();
    if (chart.isPresent()) {
      Files.writeString(chart.get(), EvaluationChart.svg(bars));
    }
  }

  private void labelled() throws IOException, TimeoutException {
    var set = LabelledSet.read(measure.folder());
    if (measure.tokens().isEmpty()) {
      evaluate("", set, Evaluation::whole);
    }
    for (var tokens : measure.tokens()) {
      var split = splitting(tokens);
      evaluate(named(tokens), set, paragraph -> split.split(parsed(paragraph)));
    }
  }

  private static ParsedDocument parsed(Paragraph paragraph) {
    var text = paragraph.text();
    var length = text.codePointCount(0, text.length());
    var block = new Block(Block.Kind.PARAGRAPH, 0, 0, length, null, null);
    return new ParsedDocument(paragraph.title(), text, List.of(block), null);
  }

  private void documents() throws IOException, TimeoutException {
    var documents = read();
    var lengths = measure.tokens();
    var usual = SplitConfig.measured().maxTokens();
    for (var tokens : lengths.isEmpty() ? List.of(usual) : lengths) {
      var split = splitting(tokens);
      var items = new KnownItems();
      documents.forEach((name, document) -> items.add(name, document, split.split(document)));
      evaluate(named(tokens), items.set(), items::passage);
    }
  }

  private Map<String, ParsedDocument> read() throws IOException {
    var documents = new LinkedHashMap<String, ParsedDocument>();
    try (var pool = ParserPool.open(parser, clock);
        var files = Files.walk(measure.folder())) {
      for (var file : files.filter(RetrievalEvaluation::isReadable).sorted().toList()) {
        var name = measure.folder().relativize(file).toString();
        try {
          documents.put(name, pool.parse(call(), Upload.of(name, null, file)));
        } catch (ParseProblem problem) {
          out.println(name + ": " + problem.getMessage());
        }
      }
    }
    return documents;
  }

  private static boolean isReadable(Path file) {
    return Files.isRegularFile(file) && ReadableNames.has(file.getFileName().toString());
  }

  private SplitText splitting(int tokens) {
    var merged = Math.min(SplitConfig.measured().mergeBelow(), tokens / 2);
    return new SplitText(new SplitConfig(tokens, merged), text -> embedder.count(text.toString()));
  }

  private static String named(int tokens) {
    return tokens + " tokens, ";
  }

  private void evaluate(String prefix, LabelledSet set, Function<Paragraph, List<Chunk>> split)
      throws TimeoutException {
    var shape = new IndexShape(embedder.model(), embedder.dimensions());
    var ways = Way.mixtures(measure.weights(), measure.candidates());
    try (var index = PassageIndex.inMemory(shape, Ranking.standard())) {
      var printer = new EvaluationPrinter(out);
      var evaluation = new Evaluation(embedder, split, ways, FineClock.system());
      var report = evaluation.run(call(), set, index, printer);
      printer.print(prefix, report);
      report.ways().forEach(way -> bars.add(new Bars(prefix + way.name(), way)));
    }
  }

  private Call call() {
    var nobody = new Caller.Parley(new WorkspaceId(new UUID(0, 0)));
    return new Call("eval", nobody, Deadline.after(clock, LIMIT));
  }
}
