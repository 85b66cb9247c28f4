package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class IntakeTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Intake intake;

    @Autowired
    Leads leads;

    @Autowired
    Contacts contacts;

    @Autowired
    Facts facts;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesANewLeadAReadableReferenceAndKeepsAllThatCameWithIt() {
        Intake.Taken taken = take(lead("Ida Stern", "Ida+fair@Sternwarte-One.example", "Sternwarte One GmbH"));

        assertThat(taken.joined()).isFalse();
        assertThat(taken.reference().value()).isEqualTo("sternwarte-one-0001");
        assertThat(leads.get(taken.reference()).domain()).isEqualTo("sternwarte-one.example");
        assertThat(contacts.main(taken.reference())).map(Contact::email).contains("Ida+fair@sternwarte-one.example");
        assertThat(facts.of(taken.reference()))
                .containsEntry("source", "website")
                .containsEntry("campaign", "autumn")
                .containsEntry("needs", "a telescope");
        assertThat(types(taken.reference())).containsExactly(EntryType.LEAD_CAPTURED);
    }

    @Test
    void letsTheSamePersonJoinUnderAnotherSpelling() {
        LeadReference first =
                take(lead("Anna", "anna+x@Joiners-A.example", "Joiners A")).reference();

        Intake.Taken second = take(lead("Anna", "Anna@joiners-a.example", "Something else"));

        assertThat(second).isEqualTo(new Intake.Taken(first, true, null));
        assertThat(contacts.of(first)).hasSize(1);
        assertThat(types(first))
                .containsExactly(EntryType.LEAD_CAPTURED, EntryType.LEAD_JOINED, EntryType.LEAD_TOUCHED);
        assertThat(ledger.of(first).get(2).detail()).containsEntry("matched", "person");
    }

    @Test
    void letsAColleagueJoinAsASecondContact() {
        LeadReference first =
                take(lead("Anna", "anna@joiners-b.example", "Joiners B")).reference();

        Intake.Taken second = take(lead("Bob", "bob@joiners-b.example", "Joiners B"));

        assertThat(second).isEqualTo(new Intake.Taken(first, true, null));
        assertThat(contacts.of(first)).extracting(Contact::name).containsExactly("Anna", "Bob");
        assertThat(ledger.of(first).get(2).detail()).containsEntry("matched", "domain");
    }

    @Test
    void neverTakesTwoPeopleOfAPublicProviderForOneOrganisation() {
        LeadReference first =
                take(lead("Anna", "anna.one@gmail.com", "Public One")).reference();

        Intake.Taken second = take(lead("Bob", "bob.two@gmail.com", "Public Two"));

        assertThat(second.joined()).isFalse();
        assertThat(second.reference()).isNotEqualTo(first);
    }

    @Test
    void remembersAMereMatchOfNamesAsAQuestion() {
        LeadReference first =
                take(lead("Anna", "anna@lookalike-a.example", "Lookalike Ltd")).reference();

        Intake.Taken second = take(lead("Bob", "bob@lookalike-b.example", "LOOKALIKE GmbH"));

        assertThat(second.joined()).isFalse();
        assertThat(second.reference().value()).isEqualTo("lookalike-0002");
        assertThat(facts.of(second.reference())).containsEntry(Facts.LOOKS_LIKE, first.value());
        assertThat(ledger.of(second.reference()).get(0).detail()).containsEntry("looksLike", first.value());
    }

    @Test
    void startsAnewWhenTheEarlierRelayHasEnded() {
        LeadReference first = take(lead("Anna", "anna@ended.example", "Ended")).reference();
        aLead.becomes(first, Baton.State.CLOSED);

        assertThat(take(lead("Anna", "anna@ended.example", "Ended")).joined()).isFalse();
    }

    @Test
    void raisesThePriorityWhenSomebodyOfThemAsksToBeCalled() {
        LeadReference first = take(lead("Anna", "anna@raise.example", "Raise")).reference();

        take(handRaiser("Bob", "bob@raise.example", "Raise"));

        assertThat(leads.get(first).priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void namesEverythingThatIsWrongAtOnceAndLeavesNoTrace() {
        long before = count("lead") + count("ledger") + count("contact") + count("lead_number");

        assertThatThrownBy(() -> take(lead("Eve\r\nBcc: all@x.example", "no address", "x".repeat(10_000))))
                .isInstanceOfSatisfying(
                        InvalidLead.class,
                        refused -> assertThat(refused.faults())
                                .extracting(InvalidLead.Fault::field)
                                .containsExactly("name", "email", "organisation"));
        assertThat(count("lead") + count("ledger") + count("contact") + count("lead_number"))
                .isEqualTo(before);
    }

    @Test
    void startsOneRelayForManyWhoBringTheSameOrganisationAtOnce() throws Exception {
        List<Intake.Taken> taken = atOnce(IntStream.range(0, 8)
                .mapToObj(number -> lead("Person " + number, "p" + number + "@crowd.example", "Crowd"))
                .toList());

        assertThat(taken)
                .extracting(Intake.Taken::reference)
                .containsOnly(taken.get(0).reference());
        assertThat(taken).extracting(Intake.Taken::joined).containsOnlyOnce(false);
        assertThat(contacts.of(taken.get(0).reference())).hasSize(8);
    }

    @Test
    void countsReferencesUpWithoutGapOrDoubleInParallel() throws Exception {
        List<Intake.Taken> taken = atOnce(IntStream.range(0, 8)
                .mapToObj(number -> lead("Person", "p@same-name-" + number + ".example", "Same Name"))
                .toList());

        assertThat(taken)
                .extracting(it -> it.reference().value())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj("same-name-%04d"::formatted)
                        .toList());
    }

    private List<Intake.Taken> atOnce(List<NewLead> reported) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(reported.size());
        CyclicBarrier start = new CyclicBarrier(reported.size());
        try {
            List<Future<Intake.Taken>> waiting = threads.invokeAll(reported.stream()
                    .map(lead -> (Callable<Intake.Taken>) () -> {
                        start.await();
                        return take(lead);
                    })
                    .toList());
            return waiting.stream().map(IntakeTests::got).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Intake.Taken got(Future<Intake.Taken> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Takes it as the relay does: with a baton and a process for a new lead, in the same transaction. */
    private Intake.Taken take(NewLead lead) {
        return transaction.execute(status -> {
            Intake.Taken taken = intake.take(lead, "website");
            if (!taken.joined()) {
                aLead.getsABaton(taken.reference(), Leg.CAPTURE, "group:marketing");
                runtime.createProcessInstanceByKey("relay")
                        .businessKey(taken.reference().value())
                        .setVariable("contactAt", Date.from(Instant.now().plusSeconds(86_400)))
                        .startBeforeActivity("waitUntilContactDate")
                        .execute();
            }
            return taken;
        });
    }

    private List<EntryType> types(LeadReference reference) {
        return ledger.of(reference).stream()
                .map(LedgerEntry::type)
                .filter(it -> it != EntryType.HOLDER_CHANGED) // of the baton, which is not Intake's
                .toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static NewLead lead(String name, String email, String organisation) {
        return NewLead.of(name, email, organisation)
                .with(LeadField.COUNTRY, "DE")
                .with(LeadField.LANGUAGE, "de")
                .with(LeadField.SOURCE, "website")
                .with(LeadField.CAMPAIGN, "autumn")
                .with(LeadField.NEEDS, "a telescope");
    }

    private static NewLead handRaiser(String name, String email, String organisation) {
        return NewLead.of(name, email, organisation)
                .with(LeadField.SOURCE, "website")
                .with(LeadField.WANTS_CONTACT, true);
    }
}
