package dev.parley.control.audit;

import dev.parley.control.audit.AuditRow.Sealed;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Events as comma-separated values (RFC 4180), safe to open in a spreadsheet: a cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
final class AuditTable {
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";

  private AuditTable() {}

  static String head() {
    return "seq,at,actor,action,target,detail,request_id,address,hash" + END;
  }

  static String lines(List<Sealed> rows) {
    return rows.stream().map(AuditTable::line).collect(Collectors.joining());
  }

  private static String line(Sealed sealed) {
    var row = sealed.row();
    return line(
        Long.toString(row.seq()),
        row.at().toString(),
        row.actor(),
        row.action(),
        row.target(),
        row.detail().encode(),
        row.requestId(),
        row.address(),
        HexFormat.of().formatHex(sealed.hash().getBytes()));
  }

  static String line(String... cells) {
    return Arrays.stream(cells).map(AuditTable::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
