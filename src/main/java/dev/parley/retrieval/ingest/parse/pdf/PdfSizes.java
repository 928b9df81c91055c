package dev.parley.retrieval.ingest.parse.pdf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the sizes of a document's lines mean: the commonest is the body, clearly larger and rare
/// ones are headings.
///
/// @param body size of most of the text, in points
/// @param pitch usual distance between two lines of the body
/// @param headings sizes of headings, largest first
record PdfSizes(float body, float pitch, List<Float> headings) {
  private static final float CLEARLY_LARGER = 1.15f;
  private static final float RARE = 0.25f;
  private static final int LONGEST_HEADING = 150;

  static PdfSizes of(List<List<PdfLine>> pages) {
    Map<Float, Integer> characters = new HashMap<>();
    var all = 0;
    for (var page : pages) {
      for (var line : page) {
        var _ = characters.merge(line.size(), line.text().length(), Integer::sum);
        all += line.text().length();
      }
    }
    var body =
        characters.entrySet().stream()
            .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(10f);
    var rare = all * RARE;
    var headings =
        characters.entrySet().stream()
            .filter(size -> size.getKey() >= body * CLEARLY_LARGER && size.getValue() <= rare)
            .map(Map.Entry::getKey)
            .sorted(Comparator.reverseOrder())
            .toList();
    return new PdfSizes(body, pitch(pages, body), headings);
  }

  private static float pitch(List<List<PdfLine>> pages, float body) {
    Map<Integer, Integer> steps = new HashMap<>();
    for (var page : pages) {
      for (var i = 1; i < page.size(); i++) {
        var step = page.get(i).y() - page.get(i - 1).y();
        if (page.get(i).size() == body && step > 0.8f * body && step < 3 * body) {
          var _ = steps.merge(Math.round(step * 2), 1, Integer::sum);
        }
      }
    }
    return steps.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(step -> step.getKey() / 2f)
        .orElse(1.3f * body);
  }

  /// The heading level of a line, from 1; 0 when it is no heading.
  int level(PdfLine line) {
    var rank = headings.indexOf(line.size());
    if (rank >= 0 && line.text().length() <= LONGEST_HEADING && hasWord(line)) {
      return Math.min(rank + 1, 6);
    }
    return 0;
  }

  /// The level of a bold line of body size that stands apart.
  int boldLevel() {
    return Math.min(headings.size() + 1, 6);
  }

  boolean mayBeBoldHeading(PdfLine line) {
    return line.bold()
        && !line.mono()
        && line.text().length() <= LONGEST_HEADING / 2
        && Math.abs(line.size() - body) <= 0.15f * body
        && !line.endsSentence()
        && hasWord(line);
  }

  private static boolean hasWord(PdfLine line) {
    return line.text().codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }
}
