package dev.parley.control.audit;

import dev.parley.control.audit.AuditRow.Sealed;
import dev.parley.platform.http.Csv;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Events as comma-separated values.
final class AuditTable {
  private AuditTable() {}

  static String head() {
    return "seq,at,actor,action,target,detail,request_id,address,hash\r\n";
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
    return Csv.line(cells);
  }
}
