package dev.parley.retrieval.ingest.parse.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadXlsxTest {
  private static final String NAMES =
      " xmlns=\"x\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]d. mmmm yyyy;@\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"0.00\\ &quot;days&quot;\"/>"
          + "<numFmt numFmtId=\"166\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
          + "<xf numFmtId=\"166\"/><xf numFmtId=\"10\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";

  private static TestArchive book(String properties, String rows) {
    return TestArchive.office("spreadsheetml.sheet")
        .part(
            "xl/workbook.xml",
            "<workbook%s>%s<sheets><sheet name=\"Secret\" state=\"hidden\" r:id=\"h\"/><sheet name=\"Prices\" r:id=\"a\"/></sheets></workbook>"
                .formatted(NAMES, properties))
        .links(
            "xl/workbook.xml",
            "a",
            "worksheet",
            "worksheets/sheet1.xml",
            "h",
            "worksheet",
            "worksheets/sheet2.xml",
            "s",
            "sharedStrings",
            "/xl/sharedStrings.xml",
            "f",
            "styles",
            "styles.xml")
        .part("xl/worksheets/sheet1.xml", "<worksheet>" + rows + "</worksheet>")
        .part("xl/worksheets/sheet2.xml", "<worksheet><row><c><v>7</v></c></row></worksheet>")
        .part(
            "xl/sharedStrings.xml",
            "<sst><si><t>Name</t></si><si><r><t>to</t></r><r><t>day</t></r><rPh><t>no</t></rPh></si></sst>")
        .part("xl/styles.xml", STYLES);
  }

  private static List<String> rows(String rows) {
    return Shown.blocks(ReadXlsx.read(book("", rows).bytes()));
  }

  private static String number(int style, String value) {
    return "<row><c s=\"" + style + "\"><v>" + value + "</v></c></row>";
  }

  @Test
  void visibleSheetsAreReadCellsKeepTheirPlace() {
    assertEquals(
        List.of("HEADING1: Prices", "TABLE_ROW: Name | | today", "TABLE_ROW: inline | TRUE | 1.5"),
        rows(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row><row r=\"2\"/>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>inline</t></is></c><c r=\"B3\" t=\"b\"><v>1</v></c>"
                + "<c r=\"C3\"><f>1+0.5</f><v>1.5</v></c></row>"));
  }

  @Test
  void numbersAreShownAsPeopleReadThem() {
    assertEquals(
        List.of(
            "HEADING1: Prices",
            "TABLE_ROW: 0.3",
            "TABLE_ROW: 2026-11-22",
            "TABLE_ROW: 2026-11-22",
            "TABLE_ROW: 46348",
            "TABLE_ROW: 2026-11-22 18:30",
            "TABLE_ROW: 12.5%",
            "TABLE_ROW: 06:00",
            "TABLE_ROW: 1.0E300",
            "TABLE_ROW: #N/A"),
        rows(
            number(0, "0.30000000000000004")
                + number(1, "46348")
                + number(2, "46348")
                + number(3, "46348")
                + number(4, "46348.770833333336")
                + number(5, "0.125")
                + number(6, "0.25")
                + number(0, "1e300")
                + "<row><c t=\"e\"><v>#N/A</v></c></row>"));
  }

  @Test
  void someBooksCountFrom1904() {
    var book = book("<workbookPr date1904=\"1\"/>", number(1, "44886"));
    assertEquals("TABLE_ROW: 2026-11-22", Shown.blocks(ReadXlsx.read(book.bytes())).getLast());
  }

  @Test
  void whatCannotBeIsLeftAsItIs() {
    assertEquals(
        List.of("HEADING1: Prices", "TABLE_ROW: -3", "TABLE_ROW: 99999999999", "TABLE_ROW: x"),
        rows(
            number(1, "-3")
                + number(1, "99999999999")
                + number(1, "x")
                + "<row><c t=\"s\"><v>12</v></c><c t=\"s\"><v>y</v></c></row>"));
  }
}
