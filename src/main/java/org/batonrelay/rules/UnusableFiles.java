package org.batonrelay.rules;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.OwnTransaction;
import org.batonrelay.engine.decision.CouldNotUse;
import org.batonrelay.engine.deployment.WhoDeployed;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever deployed a file that cannot be used, and the managers, once: an older version of it counts, and nobody
 * would notice otherwise.
 */
@Component
class UnusableFiles implements Errand<UnusableFiles.Unusable> {

    static final ErrandName<Unusable> NAME = new ErrandName<>("file-unusable", Unusable.class, "\\n");

    record Unusable(String deployment, String file, String why) {}

    private static final int LONGEST_WHY = 1000;

    private final WhoDeployed who;
    private final Notices notices;
    private final Errands errands;
    private final OwnTransaction apart;

    /** Of this node since it started; what others have told is known to the notices. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    UnusableFiles(WhoDeployed who, Notices notices, Errands errands, OwnTransaction apart) {
        this.who = who;
        this.notices = notices;
        this.errands = errands;
        this.apart = apart;
    }

    /** In a transaction of its own: whatever needed the file may fail for it. */
    @EventListener
    void on(CouldNotUse file) {
        String key = file.deployment() + "\n" + file.file();
        if (told.contains(key)) {
            return;
        }
        String why =
                file.why().length() <= LONGEST_WHY ? file.why() : file.why().substring(0, LONGEST_WHY) + "...";
        apart.run(() -> {
            errands.later(null, NAME, new Unusable(file.deployment(), file.file(), why));
            return true;
        });
        told.add(key);
    }

    @Override
    public ErrandName<Unusable> name() {
        return NAME;
    }

    @Override
    public void run(Unusable told) {
        Recipient owner =
                who.of(told.deployment()).map(Recipient::person).orElseGet(() -> Recipient.group("process-owner"));
        for (Recipient reader : Set.of(owner, Recipient.group("manager"))) {
            notices.tell(Notice.of(NAME + ":" + told.deployment() + ":" + told.file(), NAME.value(), reader)
                    .showing(Map.of("file", told.file(), "why", told.why().replaceAll("\\s+", " ")))
                    .atOnce());
        }
    }
}
