package org.batonrelay.insight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Flag;
import org.batonrelay.calendar.WrittenDates;

/** Tells what an entry of the ledger says in a sentence. Long because every kind of entry has its sentence here. */
public final class Narrator {

    private final Names names;
    private final ZoneId zone;

    public Narrator(Names names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    public static String flag(String id) {
        return Flag.of(id).inWords();
    }

    public String tell(LedgerLine line) {
        Said said = new Said(line.detail(), zone);
        return switch (line.type()) {
            case "lead.captured" ->
                said.text("contact") + " got in touch" + said.in("source", " (", ")")
                        + said.in("looksLike", ", called the same as ", "")
                        + said.in("account", ", account ", said.in("accountMatchedBy", " (matched by ", ")"))
                        + said.in("message", ": “", "”");
            case "lead.joined" ->
                said.text("matched").equals("person")
                        ? said.text("contact") + " belongs to this lead already"
                        : said.text("contact") + " joined as a colleague (same mail domain)";
            case "lead.touched" ->
                said.in("contact", "", " got in touch again")
                        + said.in("what", "Client: ", "")
                        + said.in("source", " (", ")")
                        + said.in("message", ": “", "”")
                        + said.in("remark", ": “", "”");
            case "lead.waiting" ->
                "Kept with " + who(said, "holder") + " and waiting: its relay cannot begin" + said.in("why", " (", ")");
            case "lead.routed" ->
                "Routed to " + who(said, "receiver") + (said.has("accountOwner") ? ", who owns the account" : "")
                        + ", priority " + said.text("priority");
            case "leg.started" -> "Leg " + line.leg() + " started, run by " + who(said, "holder");
            case "leg.finished" -> "Leg " + line.leg() + " finished" + said.in("outcome", ": ", "");
            case "leg.sent-back" ->
                "Sent back from leg " + line.leg() + ": " + said.code("reason") + said.in("note", " – “", "”");
            case "holder.changed" ->
                said.has("from")
                        ? "The baton went from " + who(said, "from") + " to " + who(said, "to")
                                + said.in("why", " (", ")")
                        : who(said, "to") + " holds the baton" + said.in("why", " (", ")");
            case "substitute.acted" ->
                names.of(line.actor()) + " stood in for " + who(said, "for") + said.in("task", ": ", "");
            case "handoff.briefed" -> "The brief is ready" + at(line);
            case "handoff.offered" -> "Offered to " + who(said, "receiver") + at(line);
            case "handoff.reminded" -> "Reminded " + who(said, "receiver") + at(line);
            case "handoff.widened" ->
                "Offered to " + names.ofAll(group(said.text("backupGroup"))) + " as well" + at(line);
            case "handoff.escalated" -> "Escalated to the managers" + at(line);
            case "handoff.accepted" ->
                names.of(said.has("by") ? said.text("by") : line.actor()) + " accepted" + at(line);
            case "handoff.returned" -> "Returned: " + said.code("reason") + said.in("note", " – “", "”") + at(line);
            case "handoff.not-ours" -> "“Not ours”" + at(line);
            case "handoff.reassigned" -> "Offered to somebody else instead" + at(line);
            case "handoff.recalled" -> "The offer was recalled" + at(line);
            case "handoff.dropped" -> "The baton was dropped" + said.in("cause", ": ", "") + at(line);
            case "handoff.delay-told" -> "The client was told:" + said.on("to", " ") + said.on("from", " instead of ");
            case "handoff.expired" -> "Not taken in time; offered to " + who(said, "next") + " instead" + at(line);
            case "handoff.explained" -> "Why it was dropped: " + said.code("cause") + at(line);
            case "handoff.parked" ->
                "Parked: everybody of " + who(said, "receiver") + " has as much as they can take" + at(line);
            case "summary.written" -> "Summary " + said.in("version", "version ", " ") + "written";
            case "summary.sent" ->
                "Summary " + said.in("version", "version ", " ") + "sent" + said.in("to", " to ", "");
            case "summary.reminded" -> "Client reminded of the summary" + said.in("to", ": ", "");
            case "summary.confirmed" ->
                "Summary " + said.in("version", "version ", " ") + "confirmed" + said.in("how", " (", ")");
            case "summary.corrected" -> "Summary " + said.in("version", "version ", " ") + "corrected by the client";
            case "summary.unanswered" -> "Summary " + said.in("version", "version ", " ") + "left unanswered";
            case "summary.withdrawn" ->
                "Summary " + said.in("version", "version ", " ") + "withdrawn" + said.in("why", " (", ")");
            case "summary.remarked" -> names.of(line.actor()) + " said of the summary" + said.in("text", ": “", "”");
            case "flag.raised" -> "Yellow flag: " + flag(said.text("flag"));
            case "flag.cleared" -> "Flag cleared: " + flag(said.text("flag"));
            case "flag.explained" -> "Yellow flag explained: " + flag(said.text("flag")) + said.in("why", " – “", "”");
            case "departure.recorded" -> "Shortcut: " + said.text("what") + said.in("why", " – “", "”");
            case "promise.made" -> "Promised: " + said.text("what") + said.on("dueOn", " by ");
            case "promise.kept" -> "Promise kept: " + said.text("what");
            case "promise.moved" -> "Promise moved: " + said.text("what") + said.on("dueOn", " to ");
            case "promise.dropped" -> "Promise dropped: " + said.text("what") + said.in("why", " – “", "”");
            case "contract.reviewed" ->
                "Legal " + verdict(said.text("decision")) + said.in("round", ", round ", "")
                        + said.in("note", ": “", "”");
            case "contract.revised" ->
                said.text("decision").equals("give-up")
                        ? "The contract is given up" + said.in("note", ": “", "”")
                        : "The contract goes back to legal" + said.in("note", ": “", "”");
            case "contract.versioned" ->
                "Contract, version " + said.text("version") + ": “" + said.text("name") + "” from "
                        + names.of(line.actor()) + said.in("reason", " (", ")");
            case "contract.signed" -> "The client has signed the contract";
            case "readiness.said" ->
                who(said, "csm") + " takes over once it is signed, ready" + said.on("readyOn", " on ");
            case "readiness.reminded" -> "Onboarding was asked again from when it is ready";
            case "readiness.unanswered" -> "Onboarding has not said from when it is ready: the managers were told";
            case "phase.begun" -> "Phase " + said.text("phase") + " of the plan began" + said.in("why", " – “", "”");
            case "kickoff.overdue" -> "No date for the kickoff yet: the managers were told";
            case "value.confirmed" ->
                said.text("contact") + " confirmed the first result"
                        + (said.has("days") ? ", " + days(said.text("days")) + " after the signature" : "");
            case "mail.sent" -> "Mail “" + said.text("subject") + "” to " + said.text("to");
            case "mail.delayed" ->
                "Mail “" + said.text("subject") + "” has not reached " + said.text("to") + " yet: it is still tried";
            case "message.received" ->
                said.text("from") + " wrote" + said.in("channel", " (", ")") + said.in("text", ": “", "”");
            case "message.sent" -> names.of(line.actor()) + " wrote" + said.in("text", ": “", "”");
            case "message.passed-on" -> "A message to " + who(said, "from") + " was passed on to " + who(said, "to");
            case "away.noted" -> said.text("from") + " is away" + said.on("until", " until ") + " (automatic answer)";
            case "note.written" -> names.of(line.actor()) + " noted" + said.in("text", ": “", "”");
            case "file.added" -> "File “" + said.text("name") + "” from " + names.of(line.actor());
            case "link.added" -> "Link “" + said.text("title") + "” on the client's page";
            case "link.removed" -> "Link “" + said.text("title") + "” taken off the client's page";
            case "browser.forgotten" -> "The browser that knew " + said.text("contact") + " again was forgotten";
            case "meeting.answered" ->
                said.text("from") + " " + said.text("answer") + " the invitation" + said.on("at", " of ");
            case "meeting.moved" -> "The meeting was moved" + said.on("at", " from ") + said.on("to", " to ");
            case "meeting.called-off" -> "The meeting was called off" + said.on("at", ": ");
            case "meeting.missed" -> "Nobody of the client came to the meeting" + said.in("times", " (time ", ")");
            case "meeting.rated" ->
                "The meeting that " + who(said, "sdr") + " had fixed: " + said.text("score") + " of 5";
            case "pulse.answered" ->
                said.text("from")
                        + (said.text("repeated").equals("true")
                                ? " had to repeat themselves"
                                : " did not have to repeat themselves");
            case "contact.opted-out" -> said.text("contact") + " wants no automatic mail any more";
            case "contact.opted-in" -> said.text("contact") + " wants automatic mail again";
            case "campaign.mismatched" ->
                "Not as advertised (campaign " + said.text("campaign") + ")" + said.in("quote", ": “", "”");
            case "callback.asked" -> "Asked " + who(said, "of") + said.in("question", ": “", "”");
            case "callback.reminded" -> "Reminded " + who(said, "of") + " of the question";
            case "callback.unanswered" -> who(said, "of") + " did not answer" + said.in("question", ": “", "”");
            case "callback.answered" -> names.of(line.actor()) + " answered" + said.in("answer", ": “", "”");
            case "mail.bounced" -> "A mail came back" + said.in("to", ": ", "");
            case "relay.held" -> "Put on hold by hand: its clocks stand still";
            case "relay.went-on" -> "Goes on by hand: its clocks run again, with what was left of them";
            case "relay.parted" -> "Came to a standstill: " + said.text("missing");
            case "relay.mended" ->
                switch (said.text("decision")) {
                    case "offer-again" -> "Set going again: offered anew";
                    case "to-leg-start" -> "Set going again: brought back to the start of its leg";
                    case "close" -> "Closed after a standstill";
                    default -> "Went on after a standstill";
                };
            case "relay.finished" -> "The lead is finished: customer service looks after the client";
            case "relay.recycled" -> "Put to rest" + said.in("reason", ": ", "") + said.on("wakesOn", ", until ");
            case "relay.closed" -> "Closed" + said.in("reason", ": ", "");
            default -> line.type();
        };
    }

    private String who(Said said, String name) {
        return names.ofAll(said.text(name));
    }

    /** @param days with one decimal */
    static String days(String days) {
        return days.equals("0.0") ? "less than two hours" : days.equals("1.0") ? "a day" : days + " days";
    }

    private static String group(String id) {
        return id.isEmpty() || id.contains(":") ? id : "group:" + id;
    }

    private static String verdict(String decision) {
        return switch (decision) {
            case "approve" -> "approved the contract";
            case "changes" -> "asked for changes";
            case "refuse" -> "refused the contract";
            default -> decision;
        };
    }

    private static String at(LedgerLine line) {
        return line.exchange() == null ? "" : " (" + Exchange.labelOf(line.exchange()) + ")";
    }

    /** The detail of an entry; what is missing is left out of the sentence. */
    private record Said(Map<String, Object> detail, ZoneId zone) {

        boolean has(String name) {
            return detail.containsKey(name) && !text(name).isBlank();
        }

        String text(String name) {
            return String.valueOf(detail.getOrDefault(name, ""));
        }

        String in(String name, String before, String after) {
            return has(name) ? before + text(name) + after : "";
        }

        /** One of a form's options, which are written with hyphens. */
        String code(String name) {
            return text(name).replace('-', ' ');
        }

        /** A day or a moment; anything else stands as it was said. */
        String on(String name, String before) {
            return has(name) ? before + inWords(text(name)) : "";
        }

        private String inWords(String when) {
            try {
                return when.contains("T")
                        ? WrittenDates.moment(OffsetDateTime.parse(when).toInstant(), zone)
                        : WrittenDates.day(LocalDate.parse(when));
            } catch (DateTimeParseException e) {
                return when;
            }
        }
    }
}
