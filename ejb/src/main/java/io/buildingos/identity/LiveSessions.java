package io.buildingos.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.buildingos.identity.AccessService.Access;
import io.buildingos.tenancy.TenantStatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What each session may do, remembered in this node's memory: long enough that a busy client's requests pay no round trip
 * for it, short enough that what is taken away on another node is gone within the minute the product promises. What is
 * taken away on this one is gone at once.
 */
@ApplicationScoped
public class LiveSessions {
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int MOST = 50_000;

    private final LoadingCache<Key, Optional<Access>> remembered;

    protected LiveSessions() {
        this(null);
    }

    @Inject
    LiveSessions(AccessService accessService) {
        remembered = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MOST)
                .build(key -> accessService.of(key.session(), key.tenant()));
    }

    /** @param tenant as the token says, or null */
    public Optional<Access> find(UUID session, UUID tenant) {
        return remembered.get(new Key(session, tenant));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        remembered
                .asMap()
                .values()
                .removeIf(access -> access.isPresent() && access.get().userId().equals(change.userId()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantStatusChanged change) {
        remembered.asMap().keySet().removeIf(key -> change.tenantId().equals(key.tenant()));
    }

    private record Key(UUID session, UUID tenant) {}
}
