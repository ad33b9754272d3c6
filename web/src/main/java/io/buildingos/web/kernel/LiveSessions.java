package io.buildingos.web.kernel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.buildingos.identity.AccessService;
import io.buildingos.identity.AccessService.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What each session may do, remembered in this node's memory: long enough that a busy client's requests pay no round trip
 * for it, short enough that what is taken away is gone within the minute the product promises.
 */
@ApplicationScoped
class LiveSessions {
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int MOST = 50_000;

    private final LoadingCache<UUID, Optional<Access>> remembered;

    protected LiveSessions() {
        this(null);
    }

    @Inject
    LiveSessions(AccessService accessService) {
        remembered = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MOST)
                .build(session -> accessService.of(session));
    }

    Optional<Access> find(UUID sessionId) {
        return remembered.get(sessionId);
    }
}
