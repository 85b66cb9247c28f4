package org.batonrelay.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.OwnTransaction;
import org.batonrelay.engine.Refusal;
import org.batonrelay.imports.ImportedRow.Result;
import org.batonrelay.lead.Capture;
import org.batonrelay.lead.CaptureKeys;
import org.batonrelay.lead.Greeting;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the rows of an import, each in a transaction of its own that also writes down what became of it: whenever the
 * program stops, every row is done or untouched, and who comes next goes on. Several may work on one import at once.
 * Long because all that becomes of a row stands in one place.
 */
@Component
class ImportWork implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("work-import");

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int SOME = 100;
    private static final int TRIES = 3;
    /** Well within the lock on a job: an errand that takes longer would be begun a second time beside itself. */
    private static final Duration PORTION = Duration.ofSeconds(20);

    private static final Duration UNTIL_GIVEN_UP = Duration.ofMinutes(15);

    private final Imports imports;
    private final Capture capture;
    private final CaptureKeys keys;
    private final RowKey rowKey;
    private final OwnTransaction apart;
    private final Errands errands;
    private final Clock clock;

    ImportWork(
            Imports imports,
            Capture capture,
            CaptureKeys keys,
            RowKey rowKey,
            OwnTransaction apart,
            Errands errands,
            Clock clock) {
        this.imports = imports;
        this.capture = capture;
        this.keys = keys;
        this.rowKey = rowKey;
        this.apart = apart;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** A portion; the next one is another errand. */
    @Override
    public void run(String id) {
        LeadImport running = imports.find(id).orElse(null);
        if (running != null && running.state() == LeadImport.State.RUNNING) {
            Instant end = clock.instant().plus(PORTION);
            if (!work(running, end)) {
                errands.later(null, NAME, id);
            }
        }
    }

    /** Has the rows started beside whatever else the house does. */
    @Transactional
    public void startInBackground(String id, boolean writeToThem) {
        if (imports.start(id, writeToThem)) {
            errands.later(null, NAME, id);
        }
    }

    @Transactional
    public void tryAgain(String id) {
        if (imports.tryAgain(id)) {
            errands.later(null, NAME, id);
        }
    }

    /**
     * Starts every row while the caller waits, and tells each as it is done. When the caller is cut off, an errand goes
     * on where they were.
     */
    void startNow(LeadImport kept, boolean writeToThem, Consumer<ImportedRow> told) {
        imports.start(kept.id(), writeToThem);
        LeadImport made = imports.find(kept.id()).orElseThrow();
        errands.at(clock.instant().plus(UNTIL_GIVEN_UP), NAME, made.id());
        imports.each(
                made.id(),
                List.of(Result.values()),
                row -> told.accept(row.result() == Result.WAITING ? onBehalf(made, row) : row));
        imports.finish(made.id());
    }

    /** @return whether all is done */
    private boolean work(LeadImport running, Instant end) {
        for (List<ImportedRow> some = waiting(running); !some.isEmpty(); some = waiting(running)) {
            for (ImportedRow row : some) {
                onBehalf(running, row);
                if (clock.instant().isAfter(end)) {
                    return false;
                }
            }
        }
        imports.finish(running.id());
        return true;
    }

    private List<ImportedRow> waiting(LeadImport running) {
        return imports.rows(running.id(), List.of(Result.WAITING), 0, SOME);
    }

    private ImportedRow onBehalf(LeadImport running, ImportedRow row) {
        return CurrentActor.as(running.madeBy(), () -> settle(running, row));
    }

    private ImportedRow settle(LeadImport running, ImportedRow row) {
        String id = running.id();
        for (int tried = 1; ; tried++) {
            try {
                return apart.run(() -> attempt(running, row.number()));
            } catch (Refusal refusal) {
                return settled(id, row.became(Result.REFUSED, null, refusal.getMessage()));
            } catch (RuntimeException e) {
                if (tried == TRIES) {
                    LOG.warn("row {} of import {} went wrong {} times", row.number(), id, TRIES, e);
                    return settled(
                            id,
                            row.became(
                                    Result.FAILED,
                                    null,
                                    "Something went wrong here, and the row has changed nothing. Try it again."));
                }
            }
        }
    }

    private ImportedRow settled(String id, ImportedRow row) {
        return apart.run(() -> {
            imports.settle(id, row);
            return row;
        });
    }

    private ImportedRow attempt(LeadImport running, int number) {
        ImportedRow row = imports.lock(running.id(), number);
        NewLead lead = row.lead();
        if (row.result() != Result.WAITING || lead == null) {
            return row;
        }
        String key = rowKey.of(lead);
        Optional<CaptureKeys.Known> known = keys.find(RowKey.CALLER, key);
        ImportedRow done = known.isPresent()
                ? row.became(
                        Result.MATCHED, known.get().captured().reference().value(), ImportForecast.Matched.IMPORTED)
                : captured(row, lead, key, greeting(running, row));
        imports.settle(running.id(), done);
        return done;
    }

    /** Nobody is thanked for a message that they have not written. */
    private static Greeting greeting(LeadImport running, ImportedRow row) {
        if (ListedLead.hasWritten(new ListRow(row.number(), row.cells()), running.columns())) {
            return Greeting.THANKS;
        }
        return running.writeToThem() ? Greeting.FIRST_LETTER : Greeting.NOTHING;
    }

    private ImportedRow captured(ImportedRow row, NewLead lead, String key, Greeting greeting) {
        Capture.Captured captured = capture.capture(lead, greeting);
        keys.keep(RowKey.CALLER, key, key, captured);
        String why = row.expected() == Result.MATCHED && row.why() != null
                ? row.why()
                : "Their organisation has a running lead.";
        return captured.joined()
                ? row.became(Result.MATCHED, captured.reference().value(), why)
                : row.became(
                        Result.STARTED,
                        captured.reference().value(),
                        row.expected() == Result.STARTED ? row.why() : null);
    }
}
