package org.batonrelay.inbound.signed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaves out of a mail what is known to say nothing: good-byes, the name of whoever signs, their titles, numbers and
 * addresses, their company, and small print. All other lines stay, wherever they stand. What looks like a signature is
 * one only below a good-bye, a name or two dashes: an address above them may be news. Long because each kind of line depends on those above it.
 */
public final class KnownLines {

    private static final Pattern RULE = Pattern.compile("[-–—_=*~#.\\s]{2,}|[—–*]");
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[|•·▪■]\\s*|\\s+[–—-]\\s+|\\s*[,;]\\s+|\\.\\s+(?=Registered |Sitz )|\\t+|\\s{3,}|\\s+/+\\s+");
    private static final Pattern COLUMNS = Pattern.compile("\\s*[|•·▪■]\\s*|\\t+|\\s{3,}");
    private static final Pattern LABEL = Pattern.compile(
            "^(name|org(ani[sz]ation)?|company|firma|title|position|funktion|role|address|adresse|anschrift|abteilung|department|dept|registered office)\\s*:\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile(
            "(?i)(\\[(cid:[^\\]\\s]+|image:? ?[\\w.-]*|(company )?logo|linkedin|facebook|instagram|twitter|x|xing|youtube|icon|signature|banner|[\\w.-]+\\.(png|jpe?g|gif))( (logo|icon))?\\](<https?://\\S+>)?\\s*)+");
    private static final Pattern CARD = Pattern.compile(
            "(?i)(begin|end):vcard|version:\\d\\.\\d|(n|fn|org|title|role|tel|email|url|adr)(;[^:]*)?:(.*)");

    private final Signer signer;
    private final SmallPrint smallPrint;

    public KnownLines(Signer signer, SmallPrint smallPrint) {
        this.signer = signer;
        this.smallPrint = smallPrint;
    }

    /** @param own the lines of a mail that are not quoted */
    public List<String> leaveOut(List<String> own) {
        return new KnownLines(signer.signingFor(own), smallPrint).read(own);
    }

    private List<String> read(List<String> own) {
        List<String> lines = own.stream().map(String::strip).toList();
        BitSet print = smallPrint(lines);
        List<String> left = new ArrayList<>();
        Zone zone = new Zone();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isEmpty()) {
                left.add("");
            } else if (!print.get(at) && !zone.takes(line)) {
                left.add(own.get(at));
            }
        }
        return left;
    }

    /** Runs of lines within a paragraph that are small print, the longest first. */
    private BitSet smallPrint(List<String> lines) {
        BitSet print = new BitSet();
        for (int first = 0; first < lines.size(); first++) {
            int end = first;
            while (end < lines.size() && end < first + 40 && !lines.get(end).isEmpty()) {
                end++;
            }
            while (end > first && !smallPrint.isAllOf(String.join(" ", lines.subList(first, end)), signer)) {
                end--;
            }
            print.set(first, end);
            first = Math.max(first, end - 1);
        }
        return print;
    }

    /** How far down the mail one is: what has been said and signed. */
    private final class Zone {

        private boolean said;
        private boolean signed;
        private boolean housed;
        private boolean placed;

        boolean takes(String line) {
            if (RULE.matcher(line).matches()) {
                signed |= said;
                return true;
            }
            if (said && (isClosing(line) || TitleLine.isName(line, signer))) {
                signed = true;
                return true;
            }
            if (PICTURE.matcher(line).matches()) {
                return true;
            }
            List<String> parts = parts(line);
            boolean begins = said && parts.size() > 1 && TitleLine.isName(parts.get(0), signer);
            if ((signed || begins) && isSignature(line, parts)) {
                signed = true;
                return true;
            }
            said = true;
            return false;
        }

        private boolean isSignature(String line, List<String> parts) {
            String bare = LABEL.matcher(line).replaceFirst("");
            if (CompanyLine.is(line, signer) || isKnown(bare, false)) {
                return true;
            }
            var card = CARD.matcher(line);
            if (card.matches()) {
                String value = card.group(4) == null
                        ? ""
                        : card.group(4).replace(';', ' ').strip();
                return value.isEmpty() || isKnown(value, false);
            }
            if (AddressLine.isAddress(
                    parts.stream().filter(part -> !signer.isHouse(part)).toList())) {
                housed = true;
                placed = true;
                return true;
            }
            List<String> columns = COLUMNS.splitAsStream(line)
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList();
            if (columns.size() > 1) {
                return columns.stream().allMatch(column -> isSignature(column, parts(column)));
            }
            boolean streetBefore = false;
            boolean managers = false;
            for (String part : parts) {
                // "Geschäftsführer: Jan Haupt, Lea Muster"
                if (managers && TitleLine.isSomebody(part)) {
                    continue;
                }
                managers = CompanyLine.isManagers(part);
                if (!isKnown(LABEL.matcher(part).replaceFirst(""), streetBefore)) {
                    return false;
                }
                streetBefore |= AddressLine.isStreet(part);
            }
            return true;
        }

        private boolean isKnown(String part, boolean besideStreet) {
            if (AddressLine.isStreet(part) || signer.isHouse(part)) {
                housed = true;
                placed |= !signer.isHouse(part);
                return true;
            }
            if (housed && AddressLine.isTown(part)) {
                placed = true;
                return true;
            }
            return TitleLine.isName(part, signer)
                    || TitleLine.isTitle(part)
                    || TitleLine.isDegree(part)
                    || ContactLine.is(part, signer)
                    || CompanyLine.is(part, signer)
                    || PICTURE.matcher(part).matches()
                    || placed && AddressLine.isCountry(part)
                    || besideStreet && AddressLine.isPlaceName(part)
                    || smallPrint.isAllOf(part, signer);
        }

        /** "Viele Grüße Maria" as well, and "Kind regards / Mit freundlichen Grüßen". */
        private boolean isClosing(String line) {
            return Arrays.stream(line.split("\\s+/\\s+")).allMatch(part -> Closing.is(withoutName(part)));
        }

        private String withoutName(String part) {
            String rest = part.strip();
            int last = rest.lastIndexOf(' ');
            while (last > 0 && signer.isName(rest.substring(last + 1))) {
                rest = rest.substring(0, last).strip();
                last = rest.lastIndexOf(' ');
            }
            return rest;
        }
    }

    private static List<String> parts(String line) {
        return Arrays.stream(BETWEEN.split(line.replaceAll("^[|•·▪■]\\s*", "")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
