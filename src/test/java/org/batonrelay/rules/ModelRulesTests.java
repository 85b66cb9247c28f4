package org.batonrelay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.batonrelay.engine.deployment.SentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model may run, and the right changes that nobody is stopped from. */
class ModelRulesTests extends RightAndWrong {

    private static final String STEP = "camunda:delegateExpression=\"${recordBrief}\"";

    @Test
    void everyFileThatComesWithBatonIsRight() {
        assertThat(faults(SentFile.ofThisBuild().toArray(SentFile[]::new))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            camunda:class="org.example.Harmless" | 'Record brief': 'camunda:class': a Java class by its name is not run
            camunda:expression="${1 + 1}" | 'camunda:expression': an expression as implementation is not run
            camunda:type="external" camunda:topic="nobody" | 'camunda:type': an external task
            camunda:type="mail" | a mail task
            camunda:type="shell" | a program of the machine
            camunda:delegateExpression="${recordBreif}" | Did you mean ${recordBrief}?
            camunda:delegateExpression="${clock}" | there is no step 'clock' in Baton
            camunda:delegateExpression="${runtimeService}" | there is no step 'runtimeService' in Baton
            camunda:delegateExpression="${recordBrief.toString()}" | is not the name of a step
            camunda:delegateExpression="${askForBrief}" | cannot be used as a step of the process
            """)
    void doorsD1_aTaskRunsOneOfBatonsStepsAndNothingElse(String implementation, String sentence) {
        opened("bpmn/handoff.bpmn").with(STEP, implementation).isRefused(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${outcome.length() > 2} | asks a Java object for more than its value
            ${outcome.class == null} | asks a Java object for more than its value
            ${execution.processEngineServices != null} | asks a Java object for more than its value
            ${execution.getVariable('outcome') == 'mend'} | asks a Java object for more than its value
            ${outcome['x'] == 1} | asks a Java object for more than its value
            ${execution != null} | 'execution' cannot be passed on
            ${XML(outcome) != null} | there is no function 'XML'
            ${clock != null} | 'clock' is the name of a part of Baton
            ${recordBrief != null} | 'recordBrief' is the name of a part of Baton
            ${outcome == 'mend' | cannot be read as an expression
            """)
    void doorsD1_anExpressionComparesVariablesAndNothingElse(String condition, String sentence) {
        opened("bpmn/handoff.bpmn")
                .withFirst(
                        "${outcome == 'mend'}", condition.replace("&", "&amp;").replace(">", "&gt;"))
                .isRefused(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "name=\"Take baton\", name=\"Take ${clock.instant()}\"",
        "camunda:candidateUsers=\"${receivers}\", camunda:candidateUsers=\"${people.everybody()}\"",
        "camunda:dueDate=\"${takeBy}\", camunda:dueDate=\"${clock.instant()}\"",
        "camunda:formRef=\"take-baton\", camunda:formRef=\"${forms.first()}\"",
        "<camunda:outputParameter name=\"outcome\">${decision}, <camunda:outputParameter name=\"outcome\">${decision.trim()}",
        "<bpmn:message id=\"Message_offerRecalled\" name=\"offerRecalled\", <bpmn:message id=\"Message_offerRecalled\" name=\"${a.b()}\""
    })
    void doorsD1_whereverAnExpressionStands(String old, String changed) {
        opened("bpmn/handoff.bpmn").withFirst(old, changed).isRefused("asks a Java object for more than its value");
    }

    @Test
    void doorsD1_aListenerIsAStepToo() {
        opened("bpmn/handoff.bpmn")
                .with(
                        "<camunda:taskListener delegateExpression=\"${askForBrief}\" event=\"create\" />",
                        "<camunda:taskListener class=\"org.example.Harmless\" event=\"create\" />")
                .isRefused("'Prepare brief'", "a Java class by its name is not run");
        opened("bpmn/handoff.bpmn")
                .with(
                        "<camunda:taskListener delegateExpression=\"${askForBrief}\" event=\"create\" />",
                        "<camunda:taskListener expression=\"${1 + 1}\" event=\"create\" />")
                .isRefused("'Prepare brief'", "an expression as implementation is not run");
        opened("bpmn/handoff.bpmn")
                .with("delegateExpression=\"${askForBrief}\"", "delegateExpression=\"${recordBrief}\"")
                .isRefused("cannot be used as a task listener");
    }

    @Test
    void doorsD1_noScriptInAnyPlace() {
        opened("bpmn/handoff.bpmn")
                .with(
                        "<bpmn:serviceTask id=\"recordBrief\"",
                        "<bpmn:scriptTask id=\"recordBrief\" scriptFormat=\"feel\"")
                .withFirst("</bpmn:serviceTask>\n    <bpmn:exclusiveGateway id=\"offerWanted\">", """
                        <bpmn:script>1</bpmn:script></bpmn:scriptTask>
                            <bpmn:exclusiveGateway id="offerWanted">""")
                .isRefused("'Record brief': a script is not run");
        opened("bpmn/handoff.bpmn")
                .withFirst("<bpmn:conditionExpression xsi", "<bpmn:conditionExpression language=\"feel\" xsi")
                .isRefused("a script in feel is not run");
        opened("bpmn/handoff.bpmn")
                .with(">${decision}<", "><camunda:script scriptFormat=\"feel\">1</camunda:script><")
                .isRefused("'camunda:script': a script is not run");
    }

    @Test
    void doorsD1_whatElseTheEngineWouldRun() {
        opened("bpmn/handoff.bpmn")
                .withFirst("camunda:formRef=\"take-baton\"", "camunda:formKey=\"embedded:app:forms/x.html\"")
                .isRefused("'Take baton'", "'camunda:formKey'", "Camunda Forms");
        opened("bpmn/handoff.bpmn")
                .withFirst("<camunda:inputOutput>", "<camunda:connector/><camunda:inputOutput>")
                .isRefused("a connector is not run");
        opened("bpmn/relay.bpmn")
                .withFirst("calledElement=\"handoff\"", "camunda:caseRef=\"handoff\"")
                .isRefused("'Pass to SDR'", "no cases");
        opened("bpmn/handoff.bpmn")
                .with(
                        "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"",
                        "xmlns:camunda=\"http://activiti.org/bpmn\"")
                .isRefused("was written for another engine");
    }

    @Test
    void doorsD1_aProcessDoesNotBeginByItself() {
        for (String event : List.of("timerEventDefinition", "signalEventDefinition", "conditionalEventDefinition")) {
            opened("bpmn/handoff.bpmn")
                    .with(
                            "<bpmn:outgoing>handoffStartedToAssembleBrief</bpmn:outgoing>",
                            "<bpmn:outgoing>handoffStartedToAssembleBrief</bpmn:outgoing><bpmn:" + event
                                    + " id=\"x\"/>")
                    .isRefused("'Handoff started': a process does not begin by itself");
        }
    }

    @Test
    void engineM4_aFileForAnotherEngineIsNamedAsOne() {
        opened("bpmn/handoff.bpmn")
                .with("modeler:executionPlatform=\"Camunda Platform\"", "modeler:executionPlatform=\"Camunda Cloud\"")
                .isRefused("Camunda 8");
    }

    @Test
    void saysSoOfWhatIsNoModel() {
        written("handoff.bpmn", "no model").isRefused("cannot be read as XML");
        written("handoff.bpmn", "<!DOCTYPE x><x/>").isRefused("cannot be read as XML");
    }

    @Test
    void refusesFilesThatBatonDoesNotRead() {
        written("notes.html", "<p>x</p>").isRefused("does not read files of this kind");
        written("handoff.bpmn20.xml", "<x/>").isRefused("does not read files of this kind");
        written("relay.bpmn", "  ").isRefused("is empty");
    }

    // right changes

    @Test
    void aChangedLabelColourOrPositionIsRight() {
        opened("bpmn/handoff.bpmn")
                .with("name=\"Take baton\"", "name=\"Accept the baton, or say why not\"")
                .withFirst(
                        "<bpmndi:BPMNShape ",
                        "<bpmndi:BPMNShape xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                + " bioc:stroke=\"#831311\" bioc:fill=\"#ffcdd2\" ")
                .withFirst("<dc:Bounds x=\"", "<dc:Bounds x=\"1")
                .isRight();
    }

    @Test
    void wordsThatNameAStepAreRight() {
        opened("bpmn/handoff.bpmn")
                .withFirst("<bpmn:documentation>", "<bpmn:documentation>What ${askForBrief} does, and a.b(): ")
                .isRight();
    }

    @Test
    void aNewOptionWithItsFlowIsRight() {
        opened("bpmn/deal.bpmn").withFirst("<bpmn:sequenceFlow ", """
                        <bpmn:sequenceFlow id="toHold" name="on hold" sourceRef="a" targetRef="b">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${dealDecision == 'on-hold' &amp;&amp; not empty holdUntil}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        <bpmn:sequenceFlow\s""").isRight();
    }

    @Test
    void aLegBuiltOfTheTemplatesIsRight() {
        written("technical-validation.bpmn", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn"
                    modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
                  <bpmn:process id="technical-validation" name="Technical validation" isExecutable="true"
                      camunda:historyTimeToLive="P730D" camunda:versionTag="2">
                    <bpmn:startEvent id="started"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="started" targetRef="validate"/>
                    <bpmn:subProcess id="work" camunda:modelerTemplate="baton.leg" camunda:modelerTemplateVersion="1">
                      <bpmn:multiInstanceLoopCharacteristics camunda:collection="${checks}" camunda:elementVariable="check"/>
                    </bpmn:subProcess>
                    <bpmn:userTask id="validate" name="Validate ${organisation}" camunda:formRef="validate"
                        camunda:formRefBinding="latest" camunda:assignee="${holder}" camunda:dueDate="${validateBy}"
                        camunda:priority="60">
                      <bpmn:documentation>Checks ${organisation}.</bpmn:documentation>
                      <bpmn:extensionElements>
                        <camunda:properties><camunda:property name="whose" value="holder"/></camunda:properties>
                        <camunda:inputOutput>
                          <camunda:inputParameter name="question">
                            <camunda:list><camunda:value>${needs}</camunda:value></camunda:list>
                          </camunda:inputParameter>
                        </camunda:inputOutput>
                      </bpmn:extensionElements>
                    </bpmn:userTask>
                    <bpmn:boundaryEvent id="late" attachedToRef="validate" cancelActivity="false">
                      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
                    </bpmn:boundaryEvent>
                    <bpmn:callActivity id="pass" name="Pass to CSM" calledElement="handoff">
                      <bpmn:extensionElements>
                        <camunda:in businessKey="#{execution.processBusinessKey}" />
                        <camunda:in source="reference" target="reference" />
                        <camunda:in sourceExpression="ae-to-csm" target="exchange" />
                        <camunda:executionListener delegateExpression="${startLeg}" event="start" />
                      </bpmn:extensionElements>
                    </bpmn:callActivity>
                  </bpmn:process>
                </bpmn:definitions>
                """).isRight();
    }
}
