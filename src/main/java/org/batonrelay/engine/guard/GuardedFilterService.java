package org.batonrelay.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** The engine's lists as visitors may use them: what they ask besides the list's own question is looked at first. */
public class GuardedFilterService extends FilterServiceImpl {

    private final PartnersEyes partners;

    public GuardedFilterService(PartnersEyes partners) {
        this.partners = partners;
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q more) {
        partners.check(more);
        return super.list(filterId, more);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q more, int first, int most) {
        partners.check(more);
        return super.listPage(filterId, more, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q more) {
        partners.check(more);
        return super.singleResult(filterId, more);
    }

    @Override
    public Long count(String filterId, @Nullable Query<?, ?> more) {
        partners.check(more);
        return super.count(filterId, more);
    }
}
