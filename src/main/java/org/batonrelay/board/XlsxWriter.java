package org.batonrelay.board;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A workbook with one sheet (ECMA-376), written row by row: nothing of it is kept. Texts are texts, never formulas. */
class XlsxWriter implements AutoCloseable, LeadTable.Cells {

    /** With the headings; more does not fit on a sheet. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final Writer sheet;

    XlsxWriter(OutputStream out, String name) throws IOException {
        this.zip = new ZipOutputStream(out);
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES
                        + "worksheet+xml\"/></Types>");
        part("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        part("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + escaped(name)
                        + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        this.sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        sheet.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
    }

    @Override
    public void write(List<?> cells) throws IOException {
        sheet.write("<row>");
        for (Object cell : cells) {
            sheet.write(cell(cell));
        }
        sheet.write("</row>");
    }

    @Override
    public void close() throws IOException {
        sheet.write("</sheetData></worksheet>");
        sheet.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "<c/>";
        }
        if (value instanceof Number) {
            return "<c><v>" + value + "</v></c>";
        }
        String text = PlainCell.of(value);
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + escaped(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text) + "</t></is></c>";
    }

    /** Without what XML 1.0 cannot hold: control characters, and halves of characters. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isXml(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
