package org.batonrelay.rules;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.engine.Errand;
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
class UnusableFiles implements Errand {

    static final String NAME = "file-unusable";

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
            errands.later(null, NAME, key + "\n" + why);
            return true;
        });
        told.add(key);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the deployment, the file, and what is wrong with it, one a line */
    @Override
    public void run(String payload) {
        String[] part = payload.split("\n", 3);
        Recipient owner = who.of(part[0]).map(Recipient::person).orElseGet(() -> Recipient.group("process-owner"));
        for (Recipient reader : Set.of(owner, Recipient.group("manager"))) {
            notices.tell(Notice.of(NAME + ":" + part[0] + ":" + part[1], NAME, reader)
                    .showing(Map.of("file", part[1], "why", part[2].replaceAll("\\s+", " ")))
                    .atOnce());
        }
    }
}
