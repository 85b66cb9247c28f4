package org.batonrelay.backward;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.CardPart;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What earlier runners have answered, beside the forms of whoever holds the lead: nobody looks for it, or asks again. */
@Component
@Order(60)
class AnswersOnCard implements CardPart {

    private static final int MOST = 3;

    private final CallBacks callBacks;
    private final People people;

    AnswersOnCard(CallBacks callBacks, People people) {
        this.callBacks = callBacks;
        this.people = people;
    }

    /** {@code answers}, the newest first. */
    @Override
    public Map<String, Object> of(LeadReference reference) {
        List<Map<String, String>> answers = callBacks.of(reference).stream()
                .filter(it -> it.answer() != null)
                .limit(MOST)
                .map(this::inWords)
                .toList();
        return Map.of("answers", answers);
    }

    private Map<String, String> inWords(CallBack asked) {
        String by = Optional.ofNullable(asked.answeredBy())
                .or(() ->
                        Optional.of(asked.askedOf()).filter(it -> !it.isGroup()).map(Holder::id))
                .orElse("");
        return Map.of(
                "who", people.person(by).map(Person::name).orElse(by),
                "question", asked.question(),
                "answer", String.valueOf(asked.answer()));
    }
}
