package io.buildingos.batch.backup;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.platform.RowRetention;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Rows that have expired, a few thousand a transaction. */
@Named
@Dependent
class RowRetentionStep extends AbstractBatchlet {
    @Inject
    private JobRun run;

    @Inject
    private RowRetention rows;

    private volatile boolean stopped;

    @Override
    public String process() throws Exception {
        boolean dryRun = run.parameters().flag(RetentionJob.DRY_RUN);
        long all = 0;
        for (RowRetention.Expired expired : RowRetention.Expired.values()) {
            long swept = dryRun ? run.call(() -> rows.count(expired)) : sweep(expired);
            all += swept;
            run.log("%s %d %s".formatted(dryRun ? "Would delete" : "Deleted", swept, expired.words()));
            run.endsAt(all);
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private long sweep(RowRetention.Expired expired) throws Exception {
        long swept = 0;
        int last = RowRetention.AT_ONCE;
        while (last == RowRetention.AT_ONCE && !stopped) {
            last = run.call(() -> rows.sweep(expired));
            swept += last;
        }
        return swept;
    }
}
