package dev.parley.control.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditTableTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void noCellIsAFormula(String cell) {
    assertEquals("'" + cell + "\r\n", AuditTable.line(cell));
  }

  @Test
  void aFormulaStaysTextInsideQuotesToo() {
    assertEquals("\"'=HYPERLINK(\"\"a\"\",1)\"\r\n", AuditTable.line("=HYPERLINK(\"a\",1)"));
  }

  @Test
  void cellsWithSeparatorsAreQuoted() {
    assertEquals(
        "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n", AuditTable.line("a", "b,c", "d\"e", "f\ng", ""));
  }
}
