package org.batonrelay.insight;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * The tab "Lead" beside every task's form in Tasklist. All of its page side is the one file
 * {@code plugin-webapp/lead-tab/app/plugin.js}; what it shows and does, it asks of {@link LeadTabDoor}, which knows the
 * web app's login and checks rights that the engine does not know.
 */
public class LeadTabPlugin extends AbstractTasklistPlugin {

    private static final String ID = "lead-tab";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Files.class);
    }

    /** Hands out the plugin's own two files, and nothing else. Public, because JAX-RS makes it. */
    @Path("plugin/" + ID)
    public static class Files extends AbstractTasklistPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
