package io.buildingos.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Which day it is for a tenant. Its time zone is remembered for a minute, so that lists that depend on the day pay no
 * statement for it; a changed zone shows on every node within that minute.
 */
@ApplicationScoped
public class Calendars {
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<UUID, ZoneId> zones =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** Works inside the tenant's transaction or one of the system's. */
    public LocalDate today(UUID tenant) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(tenant));
    }

    /** Decides where a day of the tenant begins; likewise. */
    public ZoneId zoneOf(UUID tenant) {
        return zones.get(tenant, this::zone);
    }

    void forget(UUID tenant) {
        zones.invalidate(tenant);
    }

    private ZoneId zone(UUID tenant) {
        return ZoneId.of(entityManager
                .createQuery("select t.timeZone from Tenant t where t.id = :tenant", String.class)
                .setParameter("tenant", tenant)
                .getSingleResult());
    }
}
