package org.batonrelay.engine.guard;

import java.util.List;
import org.batonrelay.engine.Refusal;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.form.DeployedForms;
import org.batonrelay.engine.form.FormField;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** The form that counts for a task or a start now, found as the engine finds it for the browser. */
final class FormsOnHand {

    private FormsOnHand() {}

    /** Nothing to fill where the task has no form. */
    static List<FormField> ofTask(CommandContext context, String taskId) {
        try {
            return DeployedForms.parse(context.runWithoutAuthorization(new GetDeployedTaskFormCmd(taskId)));
        } catch (NotFoundException e) {
            throw missing(context, new GetTaskFormCmd(taskId));
        } catch (BadUserRequestException e) {
            return List.of();
        }
    }

    static List<FormField> ofStart(CommandContext context, String definitionId) {
        try {
            return DeployedForms.parse(context.runWithoutAuthorization(new GetDeployedStartFormCmd(definitionId)));
        } catch (NotFoundException e) {
            throw missing(context, new GetStartFormCmd(definitionId));
        } catch (BadUserRequestException | NullValueException e) {
            throw Sentences.forbidden(ShutWays.BY_ITSELF);
        }
    }

    private static Refusal missing(CommandContext context, Command<? extends FormData> form) {
        String key = context.runWithoutAuthorization(form).getCamundaFormRef().getKey();
        return new Refusal(DeployedForms.missing(key));
    }
}
