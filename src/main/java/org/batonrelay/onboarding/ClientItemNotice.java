package org.batonrelay.onboarding;

import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.springframework.stereotype.Component;

/** Tells today's holder that the client has done what they had to do: the task of it is gone from their list. */
@Component
class ClientItemNotice implements Errand<ClientItemNotice.Done> {

    private static final ErrandName<Done> NAME = new ErrandName<>("client-item-done", Done.class);

    record Done(String promise, String contact) {}

    private final Errands errands;
    private final HouseLetters letters;
    private final Promises promises;
    private final Contacts contacts;
    private final Batons batons;

    ClientItemNotice(Errands errands, HouseLetters letters, Promises promises, Contacts contacts, Batons batons) {
        this.errands = errands;
        this.letters = letters;
        this.promises = promises;
        this.contacts = contacts;
        this.batons = batons;
    }

    void later(Promise promise, Contact by) {
        errands.later(null, NAME, new Done(promise.id(), by.id()));
    }

    @Override
    public ErrandName<Done> name() {
        return NAME;
    }

    @Override
    public void run(Done told) {
        Promise promise = promises.get(told.promise());
        String who = contacts.find(told.contact()).map(Contact::name).orElse("The client");
        letters.write(
                NAME + ":" + promise.id(),
                NAME.value(),
                promise.reference(),
                batons.get(promise.reference()).holder(),
                Map.of("who", who, "what", promise.what()));
    }
}
