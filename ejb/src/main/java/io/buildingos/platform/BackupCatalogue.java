package io.buildingos.platform;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.backup.Archive;
import io.buildingos.backup.BackupFailure;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.store.StoreFailure;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** What the archive holds. Asks the store and no row, since the store is what survives. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupCatalogue {
    private static final Logger LOG = Logger.getLogger(BackupCatalogue.class);

    @Inject
    private Clock clock;

    /**
     * Every backup, newest first; the retention keeps them few.
     *
     * @throws Refusal UNAVAILABLE if the store doesn't answer
     */
    @Allowed(PLATFORM)
    public List<BackupView> list() {
        try (Archive archive = new Archive(Installation.configuration(), clock)) {
            return archive.list().stream().map(BackupView::of).toList();
        } catch (StoreFailure failure) {
            throw unavailable(failure);
        } catch (BackupFailure failure) {
            if (failure.kind() == BackupFailure.Kind.UNAVAILABLE) {
                throw unavailable(failure);
            }
            throw failure;
        }
    }

    private static Refusal unavailable(RuntimeException failure) {
        LOG.errorf("%s", failure.getMessage());
        return Refusal.of(ErrorCode.UNAVAILABLE, "The store of the backups doesn't answer: try again shortly.");
    }
}
