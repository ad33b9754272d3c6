package io.buildingos.batch.backup;

import io.buildingos.backup.Archive;
import io.buildingos.backup.BackupFailure;
import io.buildingos.backup.Progress;
import io.buildingos.batch.jobs.JobRun;
import io.buildingos.platform.Installation;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.inject.Inject;
import java.time.Clock;

/** A step that works on the archive, tells how far it is, and obeys a stop at the next piece of data. */
abstract class ArchiveStep extends AbstractBatchlet implements Progress {
    @Inject
    private JobRun run;

    @Inject
    private Clock clock;

    private volatile boolean stopped;
    private long done;

    /** Returns the exit status. */
    abstract String work(Archive archive);

    @Override
    public String process() {
        try (Archive archive = new Archive(Installation.configuration(), clock)) {
            String status = work(archive);
            run.endsAt(done);
            return status;
        } catch (BackupFailure failure) {
            if (failure.kind() == BackupFailure.Kind.STOPPED) {
                return "STOPPED";
            }
            throw failure;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void begins(String step) {
        run.log(step);
        obeyStop();
    }

    @Override
    public void moves(long bytes, long total) {
        obeyStop();
        done = bytes;
        run.isAt(bytes);
    }

    @Override
    public void tells(String fact) {
        run.warn(fact);
    }

    JobRun run() {
        return run;
    }

    private void obeyStop() {
        if (stopped) {
            throw BackupFailure.stopped();
        }
    }
}
