package io.buildingos.verify;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.kernel.UuidV7;
import io.buildingos.platform.Installation;
import io.buildingos.store.ObjectStore;
import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult;
import io.buildingos.verification.StoredDocuments;
import io.buildingos.verification.Survey;
import io.buildingos.verification.Verification;
import io.buildingos.verification.VerificationRecords;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/** What the job does: a check a transaction. */
@Stateless
public class VerificationService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** What the books prove as they are now. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks at every tenant's rows")
    public Survey survey() {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            Verification.enterSystemScope(connection);
            return Survey.of(connection);
        });
    }

    /** Asks one check and keeps what it found, in place of what an attempt before may have kept. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks at every tenant's rows")
    public CheckResult verify(JobPart job, Check check, Survey survey) {
        return kept(job, connection -> Verification.one(check, survey, connection));
    }

    /**
     * The same of the document store. Nothing grows with it: rows and objects are read once, side by side.
     *
     * @param contents whether every object is read to its end
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks at every tenant's rows")
    public CheckResult verifyDocuments(JobPart job, boolean contents) {
        try (ObjectStore store = ObjectStore.ofDocuments(Installation.configuration())) {
            StoredDocuments documents = new StoredDocuments(store, contents, clock.instant());
            return kept(job, documents::compare);
        }
    }

    private CheckResult kept(JobPart job, Question question) {
        return work(records -> {
            UUID run = begun(records, job);
            CheckResult result = entityManager.unwrap(Session.class).doReturningWork(connection -> {
                Verification.enterSystemScope(connection);
                return question.asked(connection);
            });
            records.keep(run, result);
            return result;
        });
    }

    private UUID begun(VerificationRecords records, JobPart job) throws SQLException {
        return records.begin(UuidV7.create(), job.instance(), job.by(), job.checks(), clock.instant());
    }

    /** Returns how many findings there are in all. */
    @Open(Open.To.SYSTEM)
    @SystemScope("verifications belong to the platform")
    public long end(JobPart job) {
        return work(records -> records.end(begun(records, job), clock.instant()));
    }

    private <T> T work(Work<T> work) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> work.on(new VerificationRecords(connection)));
    }

    /**
     * The job for which something is asked.
     *
     * @param checks how many it asks in all
     */
    public record JobPart(long instance, String by, int checks) {}

    @FunctionalInterface
    private interface Question {
        CheckResult asked(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(VerificationRecords records) throws SQLException;
    }
}
