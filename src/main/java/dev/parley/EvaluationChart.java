package dev.parley;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.parley.retrieval.evaluation.EvaluationReport.Figures;
import java.util.List;
import java.util.Locale;

/// The figures of evaluations as a picture: a group of bars for each way, longer is better.
final class EvaluationChart {
  private static final int LABELS = 260;
  private static final int BARS = 420;
  private static final int BAR = 12;
  private static final int GROUP = 3 * BAR + 16;
  private static final int TOP = 44;
  private static final String[] NAMES = {"nDCG@10", "R@5", "MRR@10"};
  private static final String[] COLOURS = {"#0f766e", "#b45309", "#6d28d9"};

  private EvaluationChart() {}

  /// A row of the chart.
  record Bars(String label, Figures figures) {}

  /// The picture as SVG.
  static String svg(List<Bars> rows) {
    var height = TOP + GROUP * rows.size() + 16;
    var svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        LABELS + BARS + 80,
        height);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    for (var i = 0; i < NAMES.length; i++) {
      var x = LABELS + 110 * i;
      line(svg, "<rect x=\"%d\" y=\"14\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, COLOURS[i]);
      line(svg, "<text x=\"%d\" y=\"24\">%s</text>", x + 18, NAMES[i]);
    }
    for (var i = 0; i < rows.size(); i++) {
      group(svg, rows.get(i), TOP + GROUP * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void group(StringBuilder svg, Bars row, int y) {
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        LABELS - 10,
        y + 2 * BAR,
        escaped(row.label()));
    var figures = row.figures();
    var values = new double[] {figures.ndcgAt10(), figures.recallAt5(), figures.mrrAt10()};
    for (var i = 0; i < values.length; i++) {
      var width = (int) Math.round(BARS * values[i]);
      var at = y + BAR * i;
      line(
          svg,
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
          LABELS,
          at,
          width,
          BAR - 2,
          COLOURS[i]);
      line(
          svg,
          "<text x=\"%d\" y=\"%d\" font-size=\"10\">%.3f</text>",
          LABELS + width + 6,
          at + BAR - 3,
          values[i]);
    }
  }

  @FormatMethod
  private static void line(StringBuilder svg, @FormatString String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
