package org.batonrelay.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.contract.ContractVersion;
import org.batonrelay.contract.ContractVersions;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a lead as we see them: from whom, shared or not, and which one is the contract. */
@Component
@Transactional(readOnly = true)
class LeadDocuments {

    private final Files files;
    private final ContractVersions contracts;
    private final People people;
    private final BusinessCalendar calendar;

    LeadDocuments(Files files, ContractVersions contracts, People people, BusinessCalendar calendar) {
        this.files = files;
        this.contracts = contracts;
        this.people = people;
        this.calendar = calendar;
    }

    /** Newest first, the refused ones among them. */
    List<LeadTab.Document> of(LeadReference reference) {
        List<LeadFile> turned = new ArrayList<>(files.of(reference));
        Collections.reverse(turned);
        List<ContractVersion> versions = contracts.of(reference);
        Names names = new Names(people);
        return turned.stream().map(file -> document(file, versions, names)).toList();
    }

    /** @param versions of the contract, newest first */
    private LeadTab.Document document(LeadFile file, List<ContractVersion> versions, Names names) {
        Optional<ContractVersion> marked =
                versions.stream().filter(it -> it.fileId().equals(file.id())).findFirst();
        return new LeadTab.Document(
                file.id(),
                file.name(),
                size(file.size()),
                names.of(file.from()),
                at(file.addedAt()),
                file.sharedAt() != null,
                file.refused(),
                marked.map(it -> "Contract, version " + it.number() + ": " + it.reason() + " (" + names.of(it.author())
                                + ", " + at(it.addedAt()) + ")")
                        .orElse(null),
                marked.isPresent() && marked.get().equals(versions.get(0)));
    }

    private String at(Instant moment) {
        return WrittenDates.lately(moment, calendar.zone("sdr"));
    }

    private static String size(long bytes) {
        return bytes < 1024
                ? bytes + " bytes"
                : bytes < 1024 * 1024
                        ? bytes / 1024 + " kB"
                        : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1048576.0);
    }
}
