package io.buildingos.platform;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.backup.Archive;
import io.buildingos.kernel.Allowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What the archive holds. Asks the store and no row, since the store is what survives. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupCatalogue {
    @Inject
    private Clock clock;

    /** Every backup, newest first; the retention keeps them few. */
    @Allowed(PLATFORM)
    public List<BackupView> list() {
        try (Archive archive = new Archive(Installation.configuration(), clock)) {
            return archive.list().stream().map(BackupView::of).toList();
        }
    }
}
