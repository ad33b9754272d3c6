package io.buildingos.verify;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import io.buildingos.kernel.UuidV7;
import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult;
import io.buildingos.verification.Verification;
import io.buildingos.verification.VerificationRecords;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    /** Asks one check and keeps what it found, in place of what an attempt before may have kept. */
    @Open(Open.To.SYSTEM)
    @SystemScope("looks at every tenant's rows")
    public CheckResult verify(long jobInstance, String by, Check check) {
        return work(records -> {
            UUID run =
                    records.begin(UuidV7.create(), jobInstance, by, Check.all().size(), clock.instant());
            CheckResult result = entityManager.unwrap(Session.class).doReturningWork(connection -> {
                Verification.enterSystemScope(connection);
                return Verification.one(check, connection);
            });
            records.keep(run, result);
            return result;
        });
    }

    /** Returns how many findings there are in all. */
    @Open(Open.To.SYSTEM)
    @SystemScope("verifications belong to the platform")
    public long end(long jobInstance, String by) {
        return work(records -> {
            UUID run =
                    records.begin(UuidV7.create(), jobInstance, by, Check.all().size(), clock.instant());
            return records.end(run, clock.instant());
        });
    }

    private <T> T work(Work<T> work) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> work.on(new VerificationRecords(connection)));
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(VerificationRecords records) throws SQLException;
    }
}
