package io.buildingos.batch.backup;

import io.buildingos.batch.jobs.JobRun;
import io.buildingos.document.DocumentSweep;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Uploads that nobody came back for, then objects without a row, page by page. */
@Named
@Dependent
class DocumentRetentionStep extends AbstractBatchlet {
    private static final int PAGE = 500;

    @Inject
    private JobRun run;

    @Inject
    private DocumentSweep sweep;

    private volatile boolean stopped;
    private long seen;

    @Override
    public String process() throws Exception {
        if (run.parameters().flag(RetentionJob.DRY_RUN)) {
            run.log("Would look for abandoned uploads and objects without a row");
            return "COMPLETED";
        }
        run.log("Deleted %d abandoned uploads".formatted(uploads()));
        run.log("Deleted %d objects without a row".formatted(objects()));
        run.endsAt(seen);
        return stopped ? "STOPPED" : "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private long uploads() throws Exception {
        long swept = 0;
        int last = PAGE;
        while (last == PAGE && !stopped) {
            last = run.call(() -> sweep.uploads(PAGE));
            swept += last;
        }
        seen += swept;
        return swept;
    }

    private long objects() throws Exception {
        long removed = 0;
        String after = null;
        do {
            String from = after;
            DocumentSweep.Page page = run.call(() -> sweep.objects(from, PAGE));
            seen += page.seen();
            removed += page.removed().size();
            run.isAt(seen);
            after = page.next();
        } while (after != null && !stopped);
        return removed;
    }
}
