package org.batonrelay.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.CardPart;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Readinesses;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The contract: {@code legal}, {@code legalNote}, {@code request}, {@code terms}, {@code versions}, {@code clocks},
 * {@code changed}, {@code onboarding}, {@code contractName} and {@code contractLink} of the file that counts, each empty
 * where there is nothing to say, and {@code round}.
 */
@Component
@Order(31)
class ReviewOnCard implements CardPart {

    private final ContractReviews reviews;
    private final ContractVersions versions;
    private final DealTerms terms;
    private final Readinesses readinesses;
    private final ReviewWords words;
    private final SignedContracts signed;
    private final String baseUrl;

    ReviewOnCard(
            ContractReviews reviews,
            ContractVersions versions,
            DealTerms terms,
            Readinesses readinesses,
            ReviewWords words,
            SignedContracts signed,
            @Value("${baton.base-url}") String baseUrl) {
        this.reviews = reviews;
        this.versions = versions;
        this.terms = terms;
        this.readinesses = readinesses;
        this.words = words;
        this.signed = signed;
        this.baseUrl = baseUrl;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        List<ContractReview> rounds = reviews.rounds(reference);
        Optional<ContractReview> last = rounds.stream().reduce((earlier, later) -> later);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("legal", words.state(reference, last, signed.lastOf(reference)));
        part.put("legalNote", last.map(ContractReview::note).orElse(""));
        part.put(
                "request",
                last.filter(it -> it.verdict() == null)
                        .map(ContractReview::request)
                        .orElse(""));
        part.put("terms", words.terms(terms.of(reference)));
        List<ContractVersion> contract = versions.of(reference);
        part.put("versions", words.versions(contract));
        part.put("contractName", contract.isEmpty() ? "" : contract.get(0).name());
        part.put("contractLink", contract.isEmpty() ? "" : contract.get(0).link(baseUrl));
        part.put("round", rounds.size());
        part.put("changed", last.map(ContractReview::changed).orElse(""));
        part.put("clocks", rounds.isEmpty() ? "" : words.clocks(rounds));
        part.put("onboarding", readinesses.of(reference).map(words::readiness).orElse(""));
        return part;
    }
}
