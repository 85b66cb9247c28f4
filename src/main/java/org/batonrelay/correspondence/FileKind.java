package org.batonrelay.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a file is, told by its first bytes. Not what its name says: the two have to agree before it is kept.
 *
 * @param endings of names that such a content may have
 */
record FileKind(String name, String type, List<String> endings, Predicate<byte[]> begins) {

    private static final int HEAD = 8192;

    /** The first that fits is what it is: an office document is a ZIP archive as well. */
    private static final List<FileKind> KINDS = List.of(
            new FileKind("a PDF", "application/pdf", List.of("pdf"), is("%PDF-")),
            new FileKind("a picture", "image/png", List.of("png"), is("\u0089PNG")),
            new FileKind("a picture", "image/jpeg", List.of("jpg", "jpeg"), is("\u00FF\u00D8\u00FF")),
            new FileKind("a picture", "image/gif", List.of("gif"), is("GIF8")),
            new FileKind("a picture", "image/webp", List.of("webp"), is("RIFF").and(has("WEBP"))),
            new FileKind(
                    "a picture",
                    "image/tiff",
                    List.of("tif", "tiff"),
                    is("II*\0").or(is("MM\0*"))),
            new FileKind(
                    "a Word document",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    List.of("docx"),
                    office("word/")),
            new FileKind(
                    "an Excel workbook",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    List.of("xlsx"),
                    office("xl/")),
            new FileKind(
                    "a presentation",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    List.of("pptx"),
                    office("ppt/")),
            new FileKind(
                    "an open document",
                    "application/vnd.oasis.opendocument",
                    List.of("odt", "ods", "odp"),
                    is("PK\u0003\u0004").and(has("mimetypeapplication/vnd.oasis.opendocument"))),
            new FileKind(
                    "a ZIP archive",
                    "application/zip",
                    List.of("zip"),
                    is("PK\u0003\u0004").or(is("PK\u0005\u0006"))),
            new FileKind(
                    "an old office document",
                    "application/x-ole-storage",
                    List.of("doc", "xls", "ppt", "msg"),
                    is("\u00D0\u00CF\u0011\u00E0")),
            new FileKind("a program", "application/x-msdownload", List.of("exe", "dll"), is("MZ")),
            new FileKind("a program", "application/x-elf", List.of(), is("\u007FELF")),
            new FileKind("a program", "text/x-script", List.of("sh"), is("#!")),
            new FileKind("a web page", "text/html", List.of("html", "htm", "svg", "xhtml"), FileKind::isPage),
            new FileKind(
                    "a text", "text/plain", List.of("txt", "csv", "md", "log", "ics", "vcf", "eml"), FileKind::isText));

    /** Empty for a content of no known kind. */
    static Optional<FileKind> of(byte[] content) {
        return KINDS.stream().filter(kind -> kind.begins().test(content)).findFirst();
    }

    private static Predicate<byte[]> is(String mark) {
        return content -> head(content).startsWith(mark);
    }

    private static Predicate<byte[]> has(String mark) {
        return content -> head(content).contains(mark);
    }

    /** Macros are programs, whatever the name says. */
    private static Predicate<byte[]> office(String folder) {
        return is("PK\u0003\u0004")
                .and(has("[Content_Types].xml").or(has("_rels/")))
                .and(content -> {
                    String names = new String(content, StandardCharsets.ISO_8859_1);
                    return names.contains(folder) && !names.contains("vbaProject.bin");
                });
    }

    private static boolean isPage(byte[] content) {
        String head = head(content).stripLeading().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.startsWith("<svg")
                || head.startsWith("<?xml") && (head.contains("<svg") || head.contains("<html"))
                || head.contains("<script");
    }

    private static boolean isText(byte[] content) {
        return head(content).chars().noneMatch(c -> c < 9 || c > 13 && c < 32 && c != 27);
    }

    private static String head(byte[] content) {
        return new String(Arrays.copyOf(content, Math.min(content.length, HEAD)), StandardCharsets.ISO_8859_1);
    }
}
