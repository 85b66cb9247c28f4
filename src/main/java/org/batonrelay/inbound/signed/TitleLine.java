package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.cutting.KnownWords;

/** What somebody is called and does, by the words that such lines are made of. */
final class TitleLine {

    /** Before and behind a name. */
    private static final Set<String> OF_NAMES = KnownWords.of("""
            dr dr. prof prof. professor ing ing. dipl.-ing dipl.-ing. dipl.-kfm. dipl.-kffr. dipl.-inf. dipl dipl. mag mag. ba b.a. ma m.a. bsc b.sc. msc
            m.sc. beng b.eng. meng m.eng. mba phd ph.d. llm ll.m. rer nat med phil jur h.c. iur mr mr. mrs mrs. ms ms. herr frau jr jr. sr sr. cpa cfa pmp
            esq esq. ceng cphys cmgr acca fca aca frics mrics miet fiet mciob ciob mcips fcips riba acii aiia rn lpn md dds dvm np cfp cissp pe ccim realtor sphr shrm shrm-cp aia itil ra stb wp bec inf. i.a. i.v. ppa ppa. pp p.p. i a v von van der den de zu zur di del della da du la le ter ten el al x xx xo inh inh.
            """);

    /** Who somebody is: a line has at least one of them, or one that ends like them. */
    private static final Set<String> ROLES = KnownWords.of("""
            head director manager chief ceo cfo coo cto cio cmo cso cpo vp president officer engineer lead leader owner founder co-founder partner
            consultant advisor adviser analyst assistant associate secretary administrator coordinator specialist executive buyer planner controller
            accountant developer architect counsel representative supervisor foreman treasurer chair chairman chairwoman chairperson principal trainee
            leiter leiterin leitung geschäftsführer geschäftsführerin geschäftsführung geschäftsleitung inhaber inhaberin prokurist prokuristin vorstand
            vorständin vorstandsvorsitzender vorstandsvorsitzende gesellschafter gesellschafterin assistent assistentin assistenz sekretariat referent
            referentin berater beraterin einkäufer einkäuferin disponent disponentin ingenieur ingenieurin meister techniker technikerin kaufmann kauffrau
            bereichsleiter abteilungsleiter teamleiter teamleiterin gründer gründerin direktor direktorin sachbearbeiter sachbearbeiterin mitarbeiter
            mitarbeiterin bevollmächtigter bevollmächtigte koordinator koordinatorin beauftragter beauftragte
            rechtsanwalt rechtsanwältin anwalt anwältin fachanwalt fachanwältin notar notarin arzt ärztin zahnarzt zahnärztin tierarzt tierärztin apotheker
            apothekerin wirtschaftsprüfer wirtschaftsprüferin lehrer lehrerin pfarrer pfarrerin dozent dozentin schreiner tischler elektriker maler
            bürgermeister bürgermeisterin rektor rektorin dekan dekanin kanzler solicitor attorney barrister lawyer nurse teacher lecturer dean
            physician dentist pharmacist surveyor journalist editor designer curator librarian headteacher headmaster bursar chef chefin
            mitglied member kierownik dyrektor prezes specjalista jednatel jednatelka vedoucí ředitel ředitelka direktør
            vd adj. directeur directrice responsable gérant gérante président présidente director directora gerente jefe jefa encargado responsabile direttore
            direttrice titolare
            """);

    private static final Pattern ROLE_ENDINGS = Pattern.compile(
            ".{3,}(leiter(in)?|leitung|manager(in)?|referent(in)?|berater(in)?|beauftragte[r]?|direktor(in)?|ingenieur(in)?|assisten(t|tin|z)|führer(in)?|einkäufer(in)?"
                    + "|vorstand|prokurist(in)?|kaufmann|kauffrau|techniker(in)?|meister(in)?|entwickler(in)?|architekt(in)?|chef|sjef)");

    /** Of what; alone, where somebody works. */
    private static final Set<String> FIELDS = KnownWords.of("""
            purchasing procurement sales marketing finance accounting operations production logistics quality it edv hr human resources people research
            development r&d technology information engineering business communications customer product products supply chain plant works site region
            regional national international global europe emea dach account key project projects programme program strategy digital
            transformation general managing senior junior deputy vice commercial technical administrative administration materials manufacturing
            maintenance facilities facility data systems software hardware financial operating executive staff of and & for the to
            clinical medical nursing transport freight creative content events brand media network support service services board
            warehouse fleet estates library legal compliance health safety environment hse facilities retail wholesale export import e-commerce
            verkauf disposition innendienst außendienst aussendienst rechenzentrum fuhrpark lager versand haustechnik sachgebiet fachbereich referat dezernat
            stabsstelle institut fakultät lehrstuhl zentraleinkauf it-abteilung geschäftsstelle niederlassung projekte systemtechnik
            einkauf vertrieb finanzen buchhaltung produktion fertigung logistik qualität qualitätsmanagement technik technischer technische kaufmännischer
            kaufmännische strategischer strategische recht personal verwaltung entwicklung forschung betrieb werk werke bereich abteilung team informatik
            organisation materialwirtschaft beschaffung instandhaltung konstruktion arbeitsvorbereitung stellvertretender stellvertretende stv. stellv.
            operativer operative der des die für und
            de des du la le achats compras ventas ventes ufficio acquisti inköp försäljning indkøb salg innkjøp zakupy zakupów nákup obchod vendite produzione produzioni finanza finanzas
            """);

    /** "im Auftrag", as offices sign. */
    private static final Pattern FOR_SOMEBODY =
            Pattern.compile("(?iu)(im auftrag|in vertretung|i\\. ?a\\.|i\\. ?v\\.|per procura|p\\. ?p\\.)[,:]?");

    /** "Institut für Chemie", "Department of Physics". */
    private static final Pattern UNIT = Pattern.compile(
            "(Institut|Lehrstuhl|Fakultät|Fachbereich|Fachgebiet|Zentrum|Klinik|Amt|Referat|Dezernat|Abteilung|Bereich|Department|Faculty|School|Institute|Centre|Center|Division|Ministry|Office)"
                    + " (für|of|for) (the )?(?<of>\\p{L}[\\p{L}-]+(,? (und |and |& )?\\p{L}[\\p{L}-]+){0,3})");

    /** "Hauptamt", "Personalverwaltung". */
    private static final Pattern OFFICES = Pattern.compile(
            "(?!gesamt|insges).{3,}(amt|abteilung|referat|dezernat|verwaltung|wesen|sekretariat|zentrum|direktion|geschäftsstelle)");

    private TitleLine() {}

    static boolean isName(String text, Signer signer) {
        List<String> words =
                words(text.replaceFirst("\\s\\(((?i:mr|mrs|ms|herr|frau|he/him|she/her|they/them))\\.?\\)$", ""));
        return words.size() <= 8
                && words.stream().anyMatch(signer::isName)
                && words.stream().allMatch(word -> signer.isName(word) || OF_NAMES.contains(small(word)));
    }

    static boolean isDegree(String text) {
        if (FOR_SOMEBODY.matcher(text).matches()) {
            return true;
        }
        List<String> words = words(text);
        return !words.isEmpty() && words.stream().allMatch(word -> word.length() > 1 && OF_NAMES.contains(small(word)));
    }

    static boolean isTitle(String text) {
        Matcher unit = UNIT.matcher(text);
        if (unit.matches()) {
            return Arrays.stream(unit.group("of").split("\\s+(und |and |& )?")).allMatch(Doubtful::isNameLike);
        }
        List<String> words = words(text.replaceAll("[/–()-](?=\\s|$)|(?<=\\s)[(/]", " "));
        // "Transport Manager": a word before what somebody is says of what
        String ofWhat = words.size() > 1
                        && isRole(words.get(words.size() - 1))
                        && Doubtful.isNameLike(words.get(words.size() - 2))
                ? words.get(words.size() - 2)
                : "";
        return !words.isEmpty()
                && words.size() <= 9
                && words.stream().allMatch(word -> isRole(word) || isField(word) || word.equals(ofWhat))
                && words.stream()
                        .anyMatch(word -> isRole(word) || word.length() > 3 || word.equals("IT") || word.equals("HR"));
    }

    /** Somebody whose name can be any, behind "Geschäftsführer:". */
    static boolean isSomebody(String text) {
        List<String> words = words(text.replaceAll(
                "\\((Vorsitzende[rn]?|Vors\\.|Sprecherin|Sprecher(in)?|stellv\\.|Chair(man|woman)?|CEO|CFO|COO|CTO)\\)",
                ""));
        return words.size() >= 2
                && words.size() <= 6
                && words.stream().filter(Doubtful::isNameLike).count() >= 2
                && words.stream().allMatch(word -> Doubtful.isNameLike(word) || OF_NAMES.contains(small(word)));
    }

    private static boolean isField(String word) {
        return FIELDS.contains(small(word)) || OFFICES.matcher(small(word)).matches();
    }

    private static boolean isRole(String word) {
        return Arrays.stream(small(word).split("[-/]"))
                        .allMatch(part -> ROLES.contains(part)
                                || ROLE_ENDINGS.matcher(part).matches()
                                || FIELDS.contains(part))
                && Arrays.stream(small(word).split("[-/]"))
                        .anyMatch(part -> ROLES.contains(part)
                                || ROLE_ENDINGS.matcher(part).matches());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+|(?<=\\bi\\.)(?=[AV]\\.)"))
                .filter(word -> !word.isEmpty() && !word.matches("[-–/]"))
                .toList();
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("(?<=^[iav])\\.$", "");
    }
}
