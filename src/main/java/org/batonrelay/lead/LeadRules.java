package org.batonrelay.lead;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.batonrelay.lead.InvalidLead.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new lead must be like, on whatever channel it comes. */
@Component
public class LeadRules {

    private static final int FURTHEST_YEARS = 5;
    // control characters, line separators, text direction overrides and halves of characters
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");
    private static final Pattern LINE_BREAK_OR_TAB = Pattern.compile("[\\n\\r\\t]");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    /** Who talks to us there, or is a customer who did, may belong to none. */
    private static final Set<String> MAY_LACK_ORGANISATION = Set.of("chat", "text", "sms", "customer");

    private final Clock clock;

    public LeadRules(Clock clock) {
        this.clock = clock;
    }

    /** Everything that is wrong with it, in the order of the fields; empty when it can be taken. */
    public List<Fault> faults(NewLead lead) {
        List<Fault> faults = new ArrayList<>();
        boolean needsOrganisation = !MAY_LACK_ORGANISATION.contains(String.valueOf(lead.get(LeadField.SOURCE)));
        for (LeadField field : LeadField.values()) {
            String said = lead.get(field);
            switch (field.kind()) {
                case NAMED -> {
                    if (said != null || field != LeadField.ORGANISATION || needsOrganisation) {
                        named(faults, field, said);
                    }
                }
                case ADDRESS -> address(faults, said);
                case LANGUAGE -> language(faults, said);
                case LINE -> line(faults, field, said);
                case TEXT -> text(faults, field, said);
                case DAY -> day(faults, field, lead.contactNotBefore());
                case YES_OR_NO -> {}
            }
        }
        return faults;
    }

    private static void named(List<Fault> faults, LeadField field, @Nullable String said) {
        if (said == null || said.isBlank()) {
            faults.add(new Fault(field.key(), field.called() + " is missing."));
        } else if (!LETTER_OR_DIGIT.matcher(said).find()) {
            faults.add(new Fault(field.key(), field.called() + " contains no letter."));
        } else {
            line(faults, field, said);
        }
    }

    private static void address(List<Fault> faults, @Nullable String said) {
        if (said == null || said.isBlank()) {
            faults.add(new Fault("email", "The e-mail address is missing."));
        } else if (MailAddress.read(said).isEmpty()) {
            faults.add(new Fault("email", "The e-mail address is not one, such as anna@acme.com."));
        }
    }

    private static void language(List<Fault> faults, @Nullable String said) {
        if (said != null && (said.length() > 20 || !LANGUAGE.matcher(said).matches())) {
            faults.add(new Fault("language", "The language is not a code such as de or en-GB."));
        }
    }

    private static void line(List<Fault> faults, LeadField field, @Nullable String said) {
        if (said != null && UNPRINTABLE.matcher(said).find()) {
            faults.add(new Fault(field.key(), field.called() + " contains line breaks or other control characters."));
        } else if (said != null && said.length() > field.longest()) {
            faults.add(new Fault(field.key(), field.called() + " is longer than " + field.longest() + " characters."));
        }
    }

    private static void text(List<Fault> faults, LeadField field, @Nullable String said) {
        if (said == null) {
            return;
        }
        if (UNPRINTABLE.matcher(LINE_BREAK_OR_TAB.matcher(said).replaceAll("")).find()) {
            faults.add(new Fault(field.key(), field.called() + " contains control characters."));
        } else if (said.length() > field.longest()) {
            faults.add(new Fault(field.key(), field.called() + " is longer than " + field.longest() + " characters."));
        }
    }

    private void day(List<Fault> faults, LeadField field, @Nullable LocalDate day) {
        LocalDate furthest =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(FURTHEST_YEARS);
        if (day != null && day.isAfter(furthest)) {
            faults.add(new Fault(field.key(), field.called() + " is more than " + FURTHEST_YEARS + " years ahead."));
        }
    }
}
