package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AdvertisingTests extends RunningLeg {

    private static final String QUOTE = "Live within a day <b>for free</b>";

    @Autowired
    private Facts facts;

    private String campaign = "";

    @BeforeEach
    void aLeadOfACampaign() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of());
        campaign = "spring of " + lead;
        facts.say(lead, "campaign", campaign, "website");
    }

    private void says(String outcome, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("outcome", outcome);
        values.put("notAsAdvertised", QUOTE);
        completes("sdr-1", "qualifyLead", values);
        errandsRun();
    }

    private List<Mail> toldTo(String person) {
        return mailbox.of(person + "@baton.example").stream()
                .filter(mail -> mail.subject().contains("advertising"))
                .filter(mail -> mail.text().contains(lead.value()))
                .toList();
    }

    @Test
    void b5_tellsTheOwnerOfTheCampaignOnceWithTheQuote() {
        says("qualified", Map.of("meetingOn", time(7)));

        assertThat(toldTo("marketing-1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(campaign, "Live within a day", "for free"));
        assertThat(lastOnRecord("campaign.mismatched").actor()).isEqualTo("sdr-1");
        assertThat(lastOnRecord("campaign.mismatched").detail())
                .containsEntry("campaign", campaign)
                .containsEntry("quote", QUOTE);
        assertThat(mailbox.of(client())).isEmpty();
    }

    @Test
    void b5_tellsWhomTheProcessOwnerHasNamedForTheCampaign() throws IOException {
        String rules = Files.readString(Path.of("bpmn/campaign-owners.dmn"))
                .replace("      <rule id=\"anyOther\">", """
                              <rule id="spring">
                                <description>Spring is theirs.</description>
                                <inputEntry id="spring_campaign"><text>"%s"</text></inputEntry>
                                <inputEntry id="spring_source"><text></text></inputEntry>
                                <outputEntry id="spring_owner"><text>"ae-2"</text></outputEntry>
                              </rule>
                              <rule id="anyOther">""".formatted(campaign));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .name("a process owner's campaigns")
                .addString("bpmn/campaign-owners.dmn", rules)
                .deploy()
                .getId();
        try {
            says("disqualified", Map.of("reason", "Nothing for them"));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }

        assertThat(toldTo("ae-2")).hasSize(1);
        assertThat(toldTo("marketing-1")).isEmpty();
    }

    @Test
    void b5_isNoNewsWhenTheSameWordsAreSaidAgain() {
        facts.say(lead, "notAsAdvertised", QUOTE, "sdr-1");

        says("recycle", Map.of("recycleOn", day(90), "reason", "Not before spring"));

        assertThat(onRecord()).doesNotContain("campaign.mismatched");
        assertThat(toldTo("marketing-1")).isEmpty();
    }

    @Test
    void anOrdinaryLeadSaysNothingAboutItsAdvertising() {
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));

        assertThat(onRecord()).doesNotContain("campaign.mismatched");
    }
}
