package org.batonrelay.lead;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.batonrelay.reading.Origin.Party;

/**
 * Tells who is asking by a mail: its sender; or, where a program sent it, whom its reply address or its form names, as
 * far as that is beyond doubt. Two people are never mixed: what does not fit together is nobody.
 */
final class WhoAsks {

    private static final Pattern ASKS = Pattern.compile(
            "(?iu)form|formular|submission|submitted|enquir|inquir|anfrage|contact"
                    + "|kontakt|request|quote|angebot|message from|nachricht von|lead|demande|solicitud|website|webseite|homepage|demo");

    /** @param fields what the form says; that of a person's mail says no more than they do */
    record Asker(String name, MailAddress address, FormFields fields) {}

    /** A mail as it is looked at here. */
    record Sent(
            Party from,
            List<Party> replyTo,
            boolean byProgram,
            boolean toMany,
            String subject,
            String text,
            String said) {}

    /** Whether an address is the house's or one of its people's: they never ask. */
    private final Predicate<String> ours;

    WhoAsks(Predicate<String> ours) {
        this.ours = ours;
    }

    Optional<Asker> of(Sent mail) {
        Party from = mail.from();
        Optional<MailAddress> sender = MailAddress.read(from.address()).filter(it -> !ours.test(it.toString()));
        boolean answerable = sender.isPresent() && !ProgramSender.isOne(from.name(), from.address());
        if (answerable && !isForm(mail)) {
            return mail.toMany() ? Optional.empty() : sender.map(it -> byThemselves(mail, it));
        }
        FormFields fields = FormFields.in(mail.text());
        Optional<Asker> named = byReplyAddress(mail, fields).or(() -> byFields(mail, fields));
        if (named.isPresent() || mail.toMany()) {
            return named;
        }
        return answerable ? sender.map(it -> byThemselves(mail, it)) : byTheOnlyAddress(mail, fields);
    }

    /** Whether a mail whose sender could be answered is a form's all the same. */
    private static boolean isForm(Sent mail) {
        boolean elsewhere = mail.replyTo().stream()
                .anyMatch(it -> !it.address().equals(mail.from().address()));
        boolean shared = ProgramSender.isShared(mail.from().address());
        return elsewhere && (mail.byProgram() || shared)
                || FormFields.in(mail.said()).isForm()
                || (mail.byProgram() || shared) && FormFields.in(mail.text()).isForm();
    }

    private static Asker byThemselves(Sent mail, MailAddress address) {
        FormFields told = FormFields.in(mail.said());
        boolean theirs =
                told.address().map(it -> it.key().equals(address.key())).orElse(false);
        return new Asker(mail.from().name(), address, theirs ? told : FormFields.in(""));
    }

    private Optional<Asker> byReplyAddress(Sent mail, FormFields fields) {
        List<Party> named = mail.replyTo().stream()
                .filter(it -> isAsker(it.address())
                        && !it.address().equals(mail.from().address()))
                .filter(it -> !ProgramSender.isOne("", it.address()))
                .toList();
        String told = fields.address().map(MailAddress::toString).orElse("");
        Optional<Party> agreed =
                named.stream().filter(it -> it.address().equals(told)).findFirst();
        if (agreed.isPresent()) {
            return asker(agreed.get(), fields);
        }
        boolean beyondDoubt = named.size() == 1
                && !mail.toMany()
                && !isOfSender(named.get(0).address(), mail)
                && (told.isEmpty()
                        || !isAsker(told)
                        || isOfSender(told, mail)
                        || domain(told).equals(domain(named.get(0).address()))
                        || mail.text()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(named.get(0).address()));
        return beyondDoubt ? asker(named.get(0), fields) : Optional.empty();
    }

    /** The form's own address, unless the reply address has named somebody else. */
    private Optional<Asker> byFields(Sent mail, FormFields fields) {
        boolean contradicted = mail.replyTo().stream()
                .anyMatch(it -> isAsker(it.address())
                        && !isOfSender(it.address(), mail)
                        && !ProgramSender.isOne("", it.address())
                        && !domain(it.address())
                                .equals(fields.address()
                                        .map(MailAddress::domain)
                                        .orElse("")));
        boolean usable = fields.address().filter(it -> isAsker(it.toString())).isPresent()
                && (!mail.toMany() || fields.isForm());
        return usable && !contradicted
                ? asker(new Party("", fields.address().orElseThrow().toString()), fields)
                : Optional.empty();
    }

    private Optional<Asker> byTheOnlyAddress(Sent mail, FormFields fields) {
        List<String> foreign = FormFields.addressesIn(mail.text()).stream()
                .filter(it -> isAsker(it) && !isOfSender(it, mail) && !ProgramSender.isOne("", it))
                .toList();
        boolean asks = ASKS.matcher(mail.subject()).find()
                || ASKS.matcher(mail.from().name() + " " + mail.from().address())
                        .find();
        boolean noneNamed =
                mail.replyTo().stream().noneMatch(it -> isAsker(it.address()) && !isOfSender(it.address(), mail));
        return foreign.size() == 1 && asks && noneNamed
                ? asker(new Party("", foreign.get(0)), fields)
                : Optional.empty();
    }

    private Optional<Asker> asker(Party who, FormFields fields) {
        FormFields theirs = fields.address()
                        .map(it -> it.toString().equals(who.address())
                                || domain(it.toString()).equals(domain(who.address())))
                        .orElse(true)
                ? fields
                : FormFields.in("");
        String told = theirs.name();
        return MailAddress.read(who.address())
                .map(address -> new Asker(told == null ? who.name() : told, address, theirs));
    }

    private boolean isAsker(String address) {
        return MailAddress.read(address).isPresent() && !ours.test(address);
    }

    /** At the sender's own domain, or one above or below it: the form's house, not its visitor's. */
    private static boolean isOfSender(String address, Sent mail) {
        String theirs = domain(address);
        String sender = domain(mail.from().address());
        return theirs.equals(sender) || theirs.endsWith("." + sender) || sender.endsWith("." + theirs);
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
