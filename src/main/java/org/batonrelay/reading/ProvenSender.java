package org.batonrelay.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.batonrelay.mail.InboxSettings;
import org.batonrelay.mail.InboxSetup;
import org.springframework.stereotype.Component;

/**
 * Whether our own mail server vouches for the sender's domain. Anybody can write an Authentication-Results header:
 * ours stands above those that came with the mail, and names our server.
 */
@Component
public class ProvenSender {

    private static final Pattern FAILED = Pattern.compile("\\b(dmarc|spf|dkim)\\s*=\\s*(fail|softfail|permerror)\\b");
    private static final Pattern PASSED = Pattern.compile("\\bdmarc\\s*=\\s*pass\\b");

    private final InboxSettings settings;
    private final InboxSetup setup;

    public ProvenSender(InboxSettings settings, InboxSetup setup) {
        this.settings = settings;
        this.setup = setup;
    }

    boolean vouchesFor(MailHeaders headers) {
        List<String> results = headers.all("Authentication-Results");
        String topmost = results.isEmpty() ? "" : results.get(0).toLowerCase(Locale.ROOT);
        if (setup.trustsSenders()) {
            return !FAILED.matcher(topmost).find();
        }
        String ours = settings.authservId() == null
                ? ""
                : settings.authservId().strip().toLowerCase(Locale.ROOT);
        String named = topmost.split(";", 2)[0].strip().split("\\s+", 2)[0];
        return !ours.isEmpty() && named.equals(ours) && PASSED.matcher(topmost).find();
    }
}
