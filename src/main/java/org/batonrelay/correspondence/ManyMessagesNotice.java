package org.batonrelay.correspondence;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.correspondence.WaitingMessages.Waiting;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Says how many messages of a client wait, and shows the last of them; a reply to it answers the last one. */
@Component
class ManyMessagesNotice implements Errand<ManyMessagesNotice.Received> {

    static final ErrandName<Received> NAME = new ErrandName<>("messages-received", Received.class);

    /** The first and the last of them, how many they are, how many answer a summary, and how many nothing proves. */
    record Received(String first, String last, int count, int toSort, int unproven) {

        static Received of(List<Waiting> wait) {
            return new Received(
                    wait.get(0).messageId(),
                    wait.get(wait.size() - 1).messageId(),
                    wait.size(),
                    count(wait, MessageNotice.TO_SORT),
                    count(wait, MessageNotice.UNPROVEN));
        }

        private static int count(List<Waiting> wait, String hint) {
            return (int) wait.stream().filter(it -> it.hint().equals(hint)).count();
        }
    }

    private static final int SHOWN = 5;
    private static final int EXCERPT = 600;

    private final Messages messages;
    private final Speakers speakers;
    private final ReaderToday reader;
    private final AnswerAddresses addresses;
    private final AgreedDates dates;
    private final BusinessCalendar calendar;
    private final HouseLetters letters;

    ManyMessagesNotice(
            Messages messages,
            Speakers speakers,
            ReaderToday reader,
            AnswerAddresses addresses,
            AgreedDates dates,
            BusinessCalendar calendar,
            HouseLetters letters) {
        this.messages = messages;
        this.speakers = speakers;
        this.reader = reader;
        this.addresses = addresses;
        this.dates = dates;
        this.calendar = calendar;
        this.letters = letters;
    }

    @Override
    public ErrandName<Received> name() {
        return NAME;
    }

    @Override
    public void run(Received told) {
        Message first = messages.find(told.first()).orElseThrow();
        Message last = messages.find(told.last()).orElseThrow();
        LeadReference reference = last.reference();
        ZoneId zone = calendar.zone(dates.teamOf(reference));
        Map<String, Object> model = new HashMap<>();
        model.put("count", told.count());
        model.put("isToSort", told.toSort() > 0);
        model.put("toSort", told.toSort());
        model.put("isUnproven", told.unproven() > 0);
        model.put("unproven", told.unproven());
        model.put("who", speakers.nameOf(last));
        model.put("since", WrittenDates.lately(first.at(), zone));
        model.put(
                "messages",
                messages.latest(reference, first.at(), last.at(), SHOWN).stream()
                        .map(it -> Map.of(
                                "author", speakers.nameOf(it),
                                "at", WrittenDates.lately(it.at(), zone),
                                "said", Correspondence.cut(it.text(), EXCERPT)))
                        .toList());
        letters.tell(letters.notice(
                        NAME + ":" + first.id() + ":" + last.id(), NAME.value(), reference, reader.of(reference), model)
                .answeredTo(speakers.nameOf(last), to -> addresses.make(last, to.id()))
                .toldBy(NAME, told));
    }
}
