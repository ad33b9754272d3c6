package io.buildingos.document;

import io.buildingos.kernel.Open;
import io.buildingos.store.StoredObject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Removes what nobody comes for: uploads that were never registered, and objects without a row (of a transaction that
 * rolled back, a node that died between object and row, a put that broke off and left {@code KEY-uuid} behind). Page by
 * page, for the {@code retention} job; doing it twice does nothing twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentSweep {
    /** Longer than any upload or transaction can last: what is younger may still get its row. */
    static final Duration GRACE = Duration.ofDays(1);

    @Inject
    private SweepSteps steps;

    @Inject
    private DocumentStore store;

    @Inject
    private Clock clock;

    /**
     * Forgets uploads that expired a day ago, with whatever lies under their keys.
     *
     * @return how many; fewer than asked for when there are no more
     */
    @Open(Open.To.SYSTEM)
    public int uploads(int most) {
        List<String> keys = steps.expired(clock.instant().minus(GRACE), most);
        keys.forEach(key -> store.tell(objects -> objects.delete(key)));
        steps.forget(keys);
        return keys.size();
    }

    /**
     * Looks at one page of the store.
     *
     * @param after the last key of the page before, or null
     * @return where to go on, or null when the store has no more
     */
    @Open(Open.To.SYSTEM)
    public Page objects(String after, int most) {
        String folder = after == null || after.startsWith(DocumentStore.FOLDER) ? DocumentStore.FOLDER : Upload.FOLDER;
        List<StoredObject> page = store.ask(objects -> objects.page(folder, after, most));
        Instant old = clock.instant().minus(GRACE);
        List<String> candidates = page.stream()
                .filter(object -> object.changedAt().isBefore(old))
                .map(StoredObject::key)
                .toList();
        Set<String> known = candidates.isEmpty() ? Set.of() : steps.known(candidates);
        List<String> orphans =
                candidates.stream().filter(key -> !known.contains(key)).toList();
        orphans.forEach(key -> store.tell(objects -> objects.delete(key)));
        if (page.size() == most) {
            return new Page(page.get(most - 1).key(), page.size(), orphans);
        }
        return new Page(folder.equals(DocumentStore.FOLDER) ? Upload.FOLDER : null, page.size(), orphans);
    }

    /**
     * What a look at one page came to.
     *
     * @param next the key to go on after; null: that was the last page
     * @param removed the keys of the objects that had no row
     */
    public record Page(String next, int seen, List<String> removed) {}
}
