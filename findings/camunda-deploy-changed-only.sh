#!/usr/bin/env bash
# Camunda 7.24.0 deploys nothing, and says nothing of it, when a file is deployed with duplicate filtering (as Camunda
# Modeler does) and equals the last deployment of the same name, although another version of the process has been
# deployed under another name since. The call succeeds and the other version stays live.
# Expected: the Javadoc of DeploymentBuilder.enableDuplicateFiltering(boolean) speaks of duplicates among the previous
# deployments and does not speak of their name; who deploys a file, and is told that it went well, expects it to be
# live afterwards. (The REST reference of POST /deployment/create, deploy-changed-only, does speak of the name, but also
# of "the latest versions of those resources", which the version compared with here is not.)
# Exit status 1 when the library does not behave so any more.
set -euo pipefail
VERSION=7.24.0
H2=2.3.232
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.camunda.bpm</groupId><artifactId>camunda-engine</artifactId><version>$VERSION</version></dependency>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>$H2</version></dependency>
</dependencies></project>
POM
mvn -q -B -f "$dir/pom.xml" dependency:copy-dependencies -DoutputDirectory="$dir/lib" >"$dir/mvn.log" 2>&1 || { cat "$dir/mvn.log"; exit 2; }
cat >"$dir/Deploy.java" <<'JAVA'
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;

class Deploy {
    static ProcessEngine engine;

    public static void main(String[] args) {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        deploy("A under 'modeler', changed only", "A", named("modeler").enableDuplicateFiltering(true));
        deploy("B under 'colleague'", "B", named("colleague"));
        deploy("A under 'modeler', changed only", "A", named("modeler").enableDuplicateFiltering(true));
        deploy("A under 'modeler', all or nothing", "A", named("modeler").enableDuplicateFiltering(false));
        deploy("A under 'modeler', no filter", "A", named("modeler"));
        engine.close();
    }

    static DeploymentBuilder named(String name) {
        return engine.getRepositoryService().createDeployment().name(name);
    }

    static void deploy(String what, String version, DeploymentBuilder deployment) {
        DeploymentWithDefinitions deployed = deployment
                .addString("relay.bpmn", "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' "
                        + "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='finding'>"
                        + "<process id='relay' name='" + version + "' isExecutable='true' camunda:historyTimeToLive='1'>"
                        + "<startEvent id='start'/></process></definitions>")
                .deployWithResult();
        var definitions = deployed.getDeployedProcessDefinitions();
        ProcessDefinition live = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("relay")
                .latestVersion()
                .singleResult();
        System.out.println(what + ": deployed " + (definitions == null ? 0 : definitions.size()) + ", live is "
                + live.getName() + ", version " + live.getVersion());
    }
}
JAVA
echo "Camunda $VERSION on H2 $H2: one process, file A and another version of it, B, under two deployment names"
seen=$(java -cp "$dir/lib/*" "$dir/Deploy.java" 2>"$dir/err" || cat "$dir/err" >&2)
echo "$seen"
echo "expected: after the third line, and after the fourth, A is live as it is after the fifth, or an error says it is not"
[ "$seen" = "A under 'modeler', changed only: deployed 1, live is A, version 1
B under 'colleague': deployed 1, live is B, version 2
A under 'modeler', changed only: deployed 0, live is B, version 2
A under 'modeler', all or nothing: deployed 0, live is B, version 2
A under 'modeler', no filter: deployed 1, live is A, version 3" ] || { echo "behaves otherwise now"; exit 1; }
