package org.batonrelay.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.batonrelay.accounts.NoOrganisation;
import org.batonrelay.lead.WhoAsks.Asker;
import org.batonrelay.lead.WhoAsks.Sent;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.Origin.Enclosed;
import org.batonrelay.reading.Origin.Party;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes a lead of a mail that somebody has written to us without knowing anybody here, or that one of us passes on.
 * Long because each way in which a mail names who asks is made a lead here.
 */
@Component
public class MailedLead {

    /** Where such a lead comes from, as its card and ledger say. */
    public static final String SOURCE = "e-mail";

    /**
     * Who asks, and in which words.
     *
     * @param text all of what they wrote, for the timeline
     */
    public record Asked(NewLead lead, String subject, String text) {}

    private static final int LONGEST_TEXT = 3900;
    private static final int LONGEST_NAME = 200;

    /** A form's product name or a greeting is no name of anybody. */
    private static final Pattern NO_NAME = Pattern.compile("(?i)^(n/?a|none|-+|kein[e]?|unknown|anonymous|anonym)$");

    private final LeadRules rules;
    private final PublicMailProviders providers;
    private final WhoAsks whoAsks;

    @Autowired
    MailedLead(LeadRules rules, PublicMailProviders providers, LeadSettings settings, People people) {
        this(
                rules,
                providers,
                settings.mail().domain(),
                address -> people.withAddress(address).isPresent());
    }

    MailedLead(LeadRules rules, PublicMailProviders providers, String domain, Predicate<String> isColleague) {
        this.rules = rules;
        this.providers = providers;
        String house = domain.toLowerCase(Locale.ROOT);
        this.whoAsks = new WhoAsks(address -> {
            String at = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
            return at.equals(house) || at.endsWith("." + house) || isColleague.test(address);
        });
    }

    /** Empty where nobody can be told beyond doubt who could be answered. */
    public Optional<Asked> read(IncomingMail mail) {
        Sent sent = new Sent(
                new Party(mail.fromName(), mail.fromAddress()),
                mail.origin().replyTo(),
                mail.origin().byProgram(),
                mail.origin().toMany() && (mail.sort() == IncomingMail.Sort.AUTOMATIC || mail.onlySeemsAutomatic()),
                mail.subject(),
                mail.text(),
                mail.said());
        String said = mail.said().isBlank() ? mail.text() : mail.said();
        return whoAsks.of(sent).flatMap(asker -> {
            boolean themselves = asker.address().toString().equals(mail.fromAddress());
            return asked(asker, mail.subject(), themselves ? said : mail.text());
        });
    }

    /** The same of what one of us passes on: mails enclosed, a mail in its text, or what they write of somebody. */
    public List<Asked> passedOn(IncomingMail mail) {
        List<Asked> enclosed = mail.origin().enclosed().stream()
                .flatMap(it -> read(it).stream())
                .toList();
        if (!enclosed.isEmpty()) {
            return once(enclosed);
        }
        boolean forward = ForwardBlock.isForward(mail.subject())
                || ForwardBlock.isMarked(mail.text())
                || !ForwardBlock.isAnswer(mail.subject());
        if (forward) {
            Optional<Asked> nearest = ForwardBlock.in(mail.text()).stream()
                    .map(it -> read(it, mail.subject()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (nearest.isPresent()) {
                return List.of(nearest.get());
            }
        }
        return byReplyAddress(mail).or(() -> written(mail)).stream().toList();
    }

    /** What one of us wrote above what they pass on; empty where they wrote nothing. */
    public String comment(IncomingMail mail) {
        return mail.origin().enclosed().isEmpty()
                ? ForwardBlock.above(mail.text())
                : mail.text().strip();
    }

    private static List<Asked> once(List<Asked> all) {
        Map<String, Asked> byAddress = new LinkedHashMap<>();
        all.forEach(it -> byAddress.putIfAbsent(it.lead().email(), it));
        return List.copyOf(byAddress.values());
    }

    private Optional<Asked> read(Enclosed mail) {
        return whoAsks.of(new Sent(
                        mail.from(), mail.replyTo(), mail.byProgram(), false, mail.subject(), mail.text(), mail.text()))
                .flatMap(asker -> asked(asker, mail.subject(), mail.text()));
    }

    private Optional<Asked> read(ForwardBlock mail, String subject) {
        String about = mail.subject().isBlank() ? subject : mail.subject();
        Party from = mail.from();
        if (from.address().isEmpty()) {
            // Outlook leaves addresses out that it knows by name: the signature may still tell
            List<String> named = FormFields.addressesIn(mail.text());
            from = named.size() == 1 ? new Party(from.name(), named.get(0)) : from;
        }
        return whoAsks.of(new Sent(from, List.of(), false, false, about, mail.text(), mail.text()))
                .flatMap(asker -> asked(asker, about, mail.text()));
    }

    /** A form that sends in the name of one of us. */
    private Optional<Asked> byReplyAddress(IncomingMail mail) {
        return whoAsks.of(
                        new Sent(new Party("", ""), mail.origin().replyTo(), true, false, "", mail.text(), mail.text()))
                .filter(it -> mail.origin().replyTo().stream()
                        .anyMatch(reply -> reply.address().equals(it.address().toString())))
                .flatMap(asker -> asked(asker, mail.subject(), mail.text()));
    }

    /** What one of us writes down of somebody, labelled. */
    private Optional<Asked> written(IncomingMail mail) {
        FormFields fields = FormFields.in(mail.text());
        String name = fields.name();
        return name == null
                ? Optional.empty()
                : whoAsks.of(new Sent(new Party("", ""), List.of(), true, false, "", mail.text(), mail.text()))
                        .filter(it -> it.fields().name() != null)
                        .flatMap(asker -> asked(asker, mail.subject(), mail.text()));
    }

    private Optional<Asked> asked(Asker asker, String subject, String text) {
        FormFields form = asker.fields();
        String message = form.message() == null ? subject + "\n\n" + text : String.valueOf(form.message());
        NewLead all = lead(asker, clean(message));
        NewLead known = rules.faults(all).isEmpty() ? all : bare(all);
        return Optional.of(known)
                .filter(lead -> rules.faults(lead).isEmpty())
                .map(lead -> new Asked(lead, subject, text.isBlank() ? "(no text)" : text));
    }

    private NewLead lead(Asker asker, String message) {
        FormFields form = asker.fields();
        String name = named(asker.name(), asker.address());
        NewLead lead = NewLead.of(
                name, asker.address().toString(), organisation(form.get("organisation"), asker.address(), name));
        for (LeadField field : LeadField.values()) {
            String said = form.get(field.key());
            lead = switch (field) {
                case NAME, EMAIL, ORGANISATION -> lead;
                case SOURCE -> lead.with(field, SOURCE);
                case MESSAGE -> lead.with(field, message.isBlank() ? null : message);
                case LANGUAGE -> lead.with(field, LanguageName.read(said == null ? "" : said));
                // these are for us to say, and not for a stranger
                case SEGMENT, KNOWS, SPOKEN_WITH, CONTACT_NOT_BEFORE, WANTS_CONTACT -> lead;
                case NEEDS -> lead.with(field, said == null ? null : clean(said));
                default -> lead.with(field, line(said));
            };
        }
        return lead;
    }

    /** What a stranger writes into a form may be anything: the address is what counts. */
    private static NewLead bare(NewLead lead) {
        return NewLead.of(lead.name(), lead.email(), lead.organisation())
                .with(LeadField.SOURCE, lead.get(LeadField.SOURCE))
                .with(LeadField.MESSAGE, lead.get(LeadField.MESSAGE));
    }

    private String organisation(@Nullable String told, MailAddress address, String name) {
        String line = told == null ? "" : oneLine(told);
        boolean speaks = line.codePoints().anyMatch(Character::isLetterOrDigit)
                && !NO_NAME.matcher(line).matches()
                && !NoOrganisation.isMeant(line);
        return speaks
                ? line
                : providers.ownDomain(address).map(MailedLead::organisation).orElse(name);
    }

    private static String named(String name, MailAddress address) {
        String plain = oneLine(name);
        boolean speaks = plain.codePoints().anyMatch(Character::isLetterOrDigit);
        return speaks && !plain.contains("@") ? plain : oneLine(address.local().replaceAll("[._+-]+", " "));
    }

    /** {@code mail.big-corp.co.uk} is Big-corp: what stands before the ending that anybody can have. */
    private static String organisation(String domain) {
        String[] part = domain.split("\\.");
        boolean twofold = part.length > 2
                && part[part.length - 1].length() == 2
                && List.of("co", "com", "ac", "org", "gov", "net").contains(part[part.length - 2]);
        String word = part[Math.max(0, part.length - (twofold ? 3 : 2))];
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : oneLine(text);
    }

    private static String oneLine(String text) {
        String line = clean(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }

    /** Without what LeadRules takes for unprintable: a stranger's mail may hold anything. */
    private static String clean(@Nullable String text) {
        String clean = Objects.requireNonNullElse(text, "")
                .replaceAll("\\R", "\n")
                .replaceAll(
                        "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\n\t]]", "")
                .strip();
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
