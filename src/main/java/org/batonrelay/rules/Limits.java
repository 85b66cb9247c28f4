package org.batonrelay.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.batonrelay.engine.deployment.DeploymentLimit;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How much a deployment may bring: many times what a house needs, and little enough that nobody waits for it. How many
 * bytes it has is looked at before it is read ({@link DeploymentLimit}), and here once more for those who come by Java.
 */
@Component
@Order(2)
class Limits implements DeploymentRule {

    static final int MOST_FILES = 200;
    static final int MOST_ROWS = 1000;
    static final int MOST_COLUMNS = 50;
    static final int MOST_STEPS = 1000;
    static final int MOST_FIELDS = 300;

    @Override
    public List<String> faults(Sent sent) {
        long bytes =
                sent.files().stream().mapToLong(file -> file.content().length).sum();
        if (bytes > DeploymentLimit.MOST_BYTES) {
            return List.of(DeploymentLimit.SENTENCE);
        }
        if (sent.files().size() > MOST_FILES) {
            return List.of("A deployment has at most " + MOST_FILES + " files, this one has "
                    + sent.files().size() + ". Deploy fewer at a time.");
        }
        List<String> faults = new ArrayList<>();
        for (SentFile file : sent.files()) {
            switch (file.kind()) {
                case "dmn", "bpmn" -> drawing(file, faults);
                case "form" -> form(file, faults);
                default -> {}
            }
        }
        return faults;
    }

    private static void drawing(SentFile file, List<String> faults) {
        Drawing drawing;
        try {
            drawing = Drawing.of(file);
        } catch (Drawing.Unreadable e) {
            return; // said where it is read for what it says
        }
        count(drawing, "rule", MOST_ROWS, "rows", faults);
        long columns = drawing.all("input").count() + drawing.all("output").count();
        if (columns > MOST_COLUMNS && file.kind().equals("dmn")) {
            faults.add(tooMany(file, "columns", columns, MOST_COLUMNS));
        }
        long steps = drawing.all()
                .filter(it -> it.getLocalName().matches(".*(Task|Event|Gateway|Activity|ubProcess)|task"))
                .count();
        if (steps > MOST_STEPS) {
            faults.add(tooMany(file, "steps", steps, MOST_STEPS));
        }
    }

    private static void count(Drawing drawing, String element, int most, String words, List<String> faults) {
        long count = drawing.all(element).count();
        if (count > most) {
            faults.add(drawing.whole(
                    "has %,d %s; at most %,d are read. Make fewer of them.".formatted(count, words, most)));
        }
    }

    private static void form(SentFile file, List<String> faults) {
        try (JsonParser json = new JsonFactory().createParser(file.content())) {
            int fields = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("type")) {
                    fields++;
                }
            }
            if (fields > MOST_FIELDS) {
                faults.add(tooMany(file, "fields", fields, MOST_FIELDS));
            }
        } catch (IOException e) {
            // said where it is read for what it says
        }
    }

    private static String tooMany(SentFile file, String words, long count, int most) {
        return file.fileName()
                + ": has %,d %s; at most %,d are read. Make fewer of them.".formatted(count, words, most);
    }
}
