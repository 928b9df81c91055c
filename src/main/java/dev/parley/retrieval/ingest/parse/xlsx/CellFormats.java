package dev.parley.retrieval.ingest.parse.xlsx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What the numbers of a workbook stand for: its formats say which are dates, times or shares. The
/// numbers of the formats that every workbook has are those of ECMA-376, part 1, 18.8.30.
final class CellFormats implements Xml.Events {
  /// As many digits as a spreadsheet shows; behind them the binary fraction is seen.
  private static final MathContext SHOWN = new MathContext(15);

  private static final int SECONDS_OF_A_DAY = 86_400;

  /// The last day of the year 9999.
  private static final double LAST_DAY = 2_958_466;

  private static final double LONGEST_PLAIN = 1e15;

  private enum Sort {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME,
    PERCENT
  }

  private final LocalDate dayZero;
  private final Map<Integer, Sort> own = new HashMap<>();
  private final List<Integer> formats = new ArrayList<>();
  private boolean inCellFormats;

  CellFormats(boolean countsFrom1904) {
    // Day 60 of the other calendar is the 29th of February 1900, which never was.
    dayZero = countsFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    switch (name) {
      case "numFmt" -> {
        var code = Xml.attribute(element, "formatCode");
        var _ = own.put(Xml.number(element, "numFmtId", -1), sort(code == null ? "" : code));
      }
      case "cellXfs" -> inCellFormats = true;
      case "xf" -> {
        if (inCellFormats) {
          formats.add(Xml.number(element, "numFmtId", 0));
        }
      }
      default -> {}
    }
  }

  @Override
  public void close(String name) {
    if (name.equals("cellXfs")) {
      inCellFormats = false;
    }
  }

  /// A number as people read it; what is no number stays as it is.
  String shown(String value, int style) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException _) {
      return value;
    }
    return switch (sort(style)) {
      case NUMBER -> plain(number);
      case PERCENT -> plain(100 * number) + "%";
      case DATE, TIME, DATE_AND_TIME -> {
        var moment = moment(number);
        yield moment == null ? plain(number) : shown(moment, sort(style));
      }
    };
  }

  private static String shown(LocalDateTime moment, Sort sort) {
    var time = moment.toLocalTime().toString();
    return switch (sort) {
      case DATE -> moment.toLocalDate().toString();
      case TIME -> time;
      default -> moment.toLocalDate() + " " + time;
    };
  }

  private @Nullable LocalDateTime moment(double days) {
    if (!(days >= 0 && days < LAST_DAY)) {
      return null;
    }
    return dayZero.atStartOfDay().plus(Math.round(days * SECONDS_OF_A_DAY), ChronoUnit.SECONDS);
  }

  private static String plain(double number) {
    if (Double.isNaN(number) || Math.abs(number) >= LONGEST_PLAIN) {
      return Double.toString(number);
    }
    var rounded = new BigDecimal(number).round(SHOWN).stripTrailingZeros();
    return rounded.scale() > 20 ? Double.toString(number) : rounded.toPlainString();
  }

  private Sort sort(int style) {
    if (style < 0 || style >= formats.size()) {
      return Sort.NUMBER;
    }
    int format = formats.get(style);
    var ofWorkbook = own.get(format);
    if (ofWorkbook != null) {
      return ofWorkbook;
    }
    return switch (format) {
      case 9, 10 -> Sort.PERCENT;
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Sort.DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> Sort.TIME;
      case 22 -> Sort.DATE_AND_TIME;
      default -> Sort.NUMBER;
    };
  }

  /// By the letters of a format that stand for themselves: not those in quotes, in brackets or
  /// behind a backslash.
  private static Sort sort(String code) {
    var letters = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "").toLowerCase(Locale.ROOT);
    var date = letters.contains("y") || letters.contains("d") || letters.contains("mmm");
    var time = letters.contains("h") || letters.contains("s");
    if (date) {
      return time ? Sort.DATE_AND_TIME : Sort.DATE;
    }
    if (time && !letters.contains("general")) {
      return Sort.TIME;
    }
    return letters.contains("%") ? Sort.PERCENT : Sort.NUMBER;
  }
}
