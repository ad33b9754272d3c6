package io.buildingos.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * Counts what is tried, by bucket4j. What is shared is counted in a row of its own connection, outside of any
 * transaction, so that a refused attempt stays counted; what isn't costs no round trip.
 */
@ApplicationScoped
public class RateLimits {
    private static final int MOST_SUBJECTS = 100_000;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    private static final int CLEANED_AT_ONCE = 1_000;

    private final Map<RateLimit, Integer> configured = new EnumMap<>(RateLimit.class);
    private final Cache<String, Bucket> ownBuckets = Caffeine.newBuilder()
            .expireAfterAccess(LONGEST_WINDOW)
            .maximumSize(MOST_SUBJECTS)
            .build();

    @Resource(lookup = "java:jboss/datasources/BuildingOS")
    private DataSource dataSource;

    @Inject
    private Config config;

    private PostgreSQLSelectForUpdateBasedProxyManager<String> sharedBuckets;

    @PostConstruct
    void prepare() {
        for (RateLimit limit : RateLimit.values()) {
            configured.put(
                    limit,
                    config.getOptionalValue(limit.setting(), Integer.class).orElse(limit.usual()));
        }
        sharedBuckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit_buckets")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Counts one attempt of this subject: a user's id, an account, an address. */
    public Verdict count(RateLimit limit, String subject) {
        int quota = configured.get(limit);
        ConsumptionProbe probe = bucket(limit, quota, subject).tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Verdict(limit, quota, probe.isConsumed(), probe.getRemainingTokens(), secondsUp(wait));
    }

    /** Takes an attempt back that turned out not to be one: a login that succeeded. */
    public void giveBack(RateLimit limit, String subject) {
        bucket(limit, configured.get(limit), subject).addTokens(1);
    }

    /** Removes shared counts that have run full again; returns how many. */
    public int removeExpired() {
        return sharedBuckets.removeExpired(CLEANED_AT_ONCE);
    }

    private Bucket bucket(RateLimit limit, int quota, String subject) {
        if (!limit.shared()) {
            return ownBuckets.get(
                    limit + ":" + subject,
                    unknown -> Bucket.builder()
                            .addLimit(stage -> stage.capacity(quota).refillGreedy(quota, limit.window()))
                            .build());
        }
        // The quota is part of the key: a row keeps the one it was made with.
        return sharedBuckets.getProxy(
                limit + ":" + quota + ":" + digest(subject),
                () -> BucketConfiguration.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(quota)
                                .refillIntervally(quota, limit.window())
                                .build())
                        .build());
    }

    private static long secondsUp(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }

    /** Addresses of people and machines stay out of the table. */
    private static String digest(String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What a count came to.
     *
     * @param quota attempts a window
     * @param allowed false: one too many
     * @param remaining attempts left
     * @param seconds until the next attempt is possible, or, when allowed, until all are again
     */
    public record Verdict(RateLimit limit, int quota, boolean allowed, long remaining, long seconds) {}
}
