package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.cutting.KnownWords;
import org.batonrelay.cutting.Letterhead;

/**
 * Who signs a mail, by the words that are known of them, in small letters. Long because whoever is known by their name is
 * known in a signature and above a quote alike.
 *
 * @param names of the person: as the mail names its sender, and as we know them
 * @param house of their organisation: its name, and the domain they write from
 */
public record Signer(Set<String> names, Set<String> house, String address) {

    private static final Set<String> LEGAL_FORMS = KnownWords.of("""
            gmbh ggmbh mbh ag kg kgaa ohg gbr ug se e.k e.k. ek e.v e.v. ev eg co co. ltd ltd. limited inc inc. llc llp plc lp corp corp. corporation
            company pty pvt pvt. bv b.v b.v. nv n.v n.v. sa s.a s.a. sal sarl s.a.r.l. sas s.a.s. spa s.p.a s.p.a. srl s.r.l s.r.l. sl s.l s.l. slu oy
            oyj ab as a/s aps asa sp. z o.o o.o. z.o.o. s.r.o. a.s. kft zrt d.o.o. doo oü sia uab ood eood ad sàrl partg partgmbb mbb stiftung kk lda lda. ltda eirl vof v.o.f. cv coop co-op oe ohg. i.l. amba sca snc s.n.c. sapi cic
            """);

    private static final Pattern HOST = Pattern.compile("(?:@|www\\.|https?://)([\\w.-]+\\.[a-z]{2,})");

    private static final Set<String> ANYBODY =
            KnownWords.of("info office mail kontakt contact hello post sales service support admin team");

    /**
     * @param fromName the name that the mail itself says it is from
     * @param contactName the name that the lead knows them by
     * @param organisation the lead's; empty where it is not known
     */
    public static Signer of(String fromName, String contactName, String address, String organisation) {
        String[] at = address.toLowerCase(Locale.ROOT).split("@", 2);
        Set<String> names = Stream.of(fromName, contactName, at[0].split("\\+", 2)[0].replaceAll("\\d", " "))
                .flatMap(Signer::words)
                .filter(word -> !Doubtful.ties(word) && !ANYBODY.contains(word) && !LEGAL_FORMS.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
        Stream.of(fromName, contactName)
                .flatMap(Signer::words)
                .filter(word -> !Doubtful.ties(word))
                .map(word -> word.substring(0, 1))
                .forEach(names::add);
        Stream.of(fromName, contactName).flatMap(ShortNames::of).forEach(names::add);
        Stream.of(fromName, contactName)
                .map(name -> words(name).map(word -> word.substring(0, 1)).collect(Collectors.joining()))
                .filter(initials -> !initials.isEmpty() && !Doubtful.ties(initials))
                .forEach(names::add);
        Set<String> house = Stream.concat(
                        words(organisation), Stream.of(domain(at)).flatMap(Signer::words))
                .filter(word -> word.length() > 1 && !Doubtful.ties(word) && !LEGAL_FORMS.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
        // as a whole it may hold words that no name is made of: "Beck IT"
        house.add(words(organisation).collect(Collectors.joining(" ")));
        return new Signer(Set.copyOf(names), Set.copyOf(house), address.toLowerCase(Locale.ROOT));
    }

    private static String domain(String[] at) {
        String[] labels = at[at.length - 1].split("\\.");
        return labels.length < 2 ? "" : labels[labels.length - 2];
    }

    static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{M}\\p{N}']+"))
                .filter(word -> word.matches(".*\\p{L}.*"));
    }

    boolean isName(String word) {
        return Arrays.stream(word.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replaceAll("[.,]+$", "")
                        .split("-"))
                .allMatch(names::contains);
    }

    /**
     * What may stand above a mail to them that they quote.
     *
     * @param subjects that it had
     * @param others who write and are written to
     */
    public Letterhead letterhead(List<String> subjects, List<String> others) {
        Set<String> all = others.stream().flatMap(Signer::words).collect(Collectors.toSet());
        return Letterhead.of(
                subjects.stream(),
                word -> word.matches(".*\\p{L}.*")
                        && (isName(word) || words(word).allMatch(it -> all.contains(it) || isOfHouse(it))),
                Doubtful::isNameLike);
    }

    /** The same where it need not be known who they are. */
    public Letterhead anyLetterhead(List<String> subjects) {
        Letterhead known = letterhead(subjects, List.of());
        return new Letterhead(
                known.subjects(),
                word -> known.isTheirs().test(word) || word.matches("\\p{L}.*") && !Doubtful.is(word),
                Doubtful::isNameLike);
    }

    private boolean isOfHouse(String word) {
        List<String> parts = words(word).toList();
        return !parts.isEmpty()
                && parts.stream().anyMatch(part -> house.contains(part) || names.contains(part))
                && parts.stream()
                        .allMatch(part -> house.contains(part) || names.contains(part) || LEGAL_FORMS.contains(part));
    }

    /** Whether somebody with this address or web site is of their house. */
    boolean isTheirs(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        String own = address.substring(address.indexOf('@') + 1);
        return small.equals(own)
                || small.endsWith("." + own)
                || Stream.concat(house.stream(), names.stream())
                        .anyMatch(word -> word.length() > 2 && small.contains(word));
    }

    /**
     * With the company that they sign for, where the mail names it by its legal form and an address or a web site of its
     * own bears the same name: not everybody writes from their company's domain.
     */
    Signer signingFor(List<String> lines) {
        String hosts = lines.stream()
                .flatMap(line -> HOST.matcher(line.toLowerCase(Locale.ROOT)).results())
                .map(it -> it.group(1))
                .collect(Collectors.joining(" "));
        Set<String> all = new HashSet<>(house);
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            String first = words[0].toLowerCase(Locale.ROOT);
            if (words.length > 1
                    && first.length() > 2
                    && Doubtful.isNameLike(words[0])
                    && Arrays.stream(words).skip(1).limit(4).anyMatch(Signer::isLegalForm)
                    && hosts.contains(first)) {
                all.add(first);
            }
        }
        return new Signer(names, Set.copyOf(all), address);
    }

    /**
     * The name of their organisation: as it is known, or beginning with a word that is, and ending with its legal form.
     */
    boolean isHouse(String text) {
        String whole = words(text).collect(Collectors.joining(" "));
        if (whole.contains(" ") && house.contains(whole)) {
            return true;
        }
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.matches("&|\\+|-|–|und|and|e|y|et"))
                .map(word -> word.replaceAll("^[(\"„]+|[,)\"“]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.size() > 8 || !isOfHouse(words.get(0))) {
            return false;
        }
        boolean known = words.stream().allMatch(word -> isOfHouse(word) || isLegalForm(word));
        boolean legal = isLegalForm(words.get(words.size() - 1))
                && words.stream().allMatch(word -> isOfHouse(word) || isLegalForm(word) || Doubtful.isNameLike(word));
        return known || legal;
    }

    private static boolean isLegalForm(String word) {
        return word.matches("\\p{L}\\S*")
                && LEGAL_FORMS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("^verwaltungs-", ""));
    }
}
