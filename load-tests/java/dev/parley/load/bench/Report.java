package dev.parley.load.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a benchmark found, as Markdown: printed, and written to `load-tests/results`.
final class Report {
  private static final Path FOLDER = Path.of("load-tests/results");

  private final String name;
  private final String command;
  private final List<String> lines = new ArrayList<>();

  Report(String name, String command) {
    this.name = name;
    this.command = command;
  }

  void text(String line) {
    lines.add(line);
    lines.add("");
  }

  void head(String... cells) {
    row(cells);
    lines.add("|" + "---|".repeat(cells.length));
  }

  void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  void end() {
    lines.add("");
  }

  void publish() throws IOException {
    var all =
        "# "
            + name
            + "\n\n```sh\n"
            + command
            + "\n```\n\n"
            + LocalDate.now(ZoneOffset.UTC)
            + ", "
            + machine()
            + "\n\n"
            + String.join("\n", lines).strip()
            + "\n";
    System.out.println("\n" + all);
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name.replace(' ', '-') + ".md"), all);
  }

  private static String machine() throws IOException {
    var model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse("unknown processor");
    return "%d × %s, Linux %s, Java %s; load average %s at the end of the run."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
  }

  static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /// The median, and all of them in brackets.
  static String rounds(String form, List<Double> values) {
    return form.formatted(median(values))
        + " ("
        + values.stream().map(form::formatted).collect(Collectors.joining(", "))
        + ")";
  }

  static String rounds(String form, double... values) {
    return rounds(form, Arrays.stream(values).boxed().toList());
  }
}
