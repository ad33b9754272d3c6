package io.buildingos.batch.seed;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The shares of each building sum to 1, or the job fails and says where not. */
@Named
@Dependent
class SeedSharesCheck extends AbstractBatchlet {
    @Inject
    private SeedRun run;

    @Override
    public String process() throws Exception {
        List<String> wrong = run.call(() -> run.service().buildingsWithWrongShares(run.plan()));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The shares don't sum to 1 in: " + String.join("; ", wrong));
        }
        return "COMPLETED";
    }
}
