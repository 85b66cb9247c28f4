package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.batonrelay.engine.deployment.DeployedVersions;
import org.batonrelay.engine.form.DeployedForms;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeployedTextsAndFormsTests extends RunningBaton {

    private final List<String> deployed = new ArrayList<>();

    @Autowired
    private DeployedTexts texts;

    @Autowired
    private DeployedForms forms;

    @Autowired
    private RepositoryService repository;

    @AfterEach
    void nothingOfThisStays() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void readsTheTextThatWasDeployedLast() {
        deploy("forms/mails/seen.en.md", "one");
        assertThat(texts.latest("forms/mails/seen.en.md")).contains("one");

        deploy("forms/mails/seen.en.md", "Grüße");
        assertThat(texts.latest("forms/mails/seen.en.md")).contains("Grüße");
    }

    @Test
    void readsATextThatModelerDeployedUnderItsMereFileName() {
        deploy("forms/mails/seen.en.md", "one");
        deploy("seen.en.md", "two");

        assertThat(texts.latest("forms/mails/seen.en.md")).contains("two");
    }

    @Test
    void knowsNoTextThatNobodyDeployed() {
        assertThat(texts.latest("forms/mails/unseen.en.md")).isEmpty();
    }

    @Test
    void listsWhatPeopleFillAndWhatTheyMust() {
        deploy("forms/seen.form", """
                {"id": "seen", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "text", "id": "t", "text": "{{card.client}}"},
                  {"type": "group", "id": "g", "components": [
                    {"type": "textfield", "id": "a", "key": "needs", "label": "Needs", "validate": {"required": true}}]},
                  {"type": "textfield", "id": "b", "key": "shown", "readonly": true, "validate": {"required": true}},
                  {"type": "textarea", "id": "c", "key": "note", "label": "Note"}]}
                """);

        assertThat(forms.fields("seen")).containsExactly("needs", "note");
        assertThat(forms.requiredFields("seen")).containsExactly("needs");
    }

    @Test
    void followsAFormThatWasDeployedAMomentAgo() {
        deploy("forms/seen.form", field("one"));
        assertThat(forms.fields("seen")).containsExactly("one");

        deploy("seen.form", field("two"));
        assertThat(forms.fields("seen")).containsExactly("two");
    }

    @Test
    void saysWhichFormIsMissing() {
        assertThatThrownBy(() -> forms.fields("unseen"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'unseen.form'");
    }

    private static String field(String key) {
        return "{\"id\": \"seen\", \"schemaVersion\": 16, \"components\": [{\"type\": \"textfield\", \"key\": \"" + key
                + "\"}]}";
    }

    private void deploy(String name, String content) {
        deployed.add(repository
                .createDeployment()
                .source(DeployedVersions.BUILD) // no rule asks for what is in it
                .addString(name, content)
                .deploy()
                .getId());
    }
}
