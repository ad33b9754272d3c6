package io.buildingos.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.buildingos.kernel.RateLimits.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits on failures. Whether an attempt fails is known after it was made, so each takes a place before, and gets it back
 * unless it failed: a thousand guesses at once get no further than the limit.
 *
 * <p>Who finds every place taken waits, without a connection, as long as others of this node are still under way: each of
 * them may turn out to be good and free its place. So any number of good logins pass at once, one after the other. Attempts
 * under way on another node aren't waited for.
 */
@ApplicationScoped
public class AttemptLimits {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final int MOST_SUBJECTS = 100_000;

    private final Cache<String, Subject> subjects = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(MOST_SUBJECTS)
            .build();

    private final RateLimits rateLimits;

    protected AttemptLimits() {
        this(null);
    }

    @Inject
    AttemptLimits(RateLimits rateLimits) {
        this.rateLimits = rateLimits;
    }

    /** Whoever was allowed in must {@link Place#settle}. */
    public Place take(RateLimit limit, String subject) {
        return subjects.get(limit + ":" + subject, unknown -> new Subject()).take(limit, subject);
    }

    /** A place among the attempts that may fail, or the refusal of one. */
    public static final class Place {
        private final Subject among;
        private final String subject;
        private final Verdict verdict;

        private Place(Subject among, String subject, Verdict verdict) {
            this.among = among;
            this.subject = subject;
            this.verdict = verdict;
        }

        public Verdict verdict() {
            return verdict;
        }

        /** Once, when the attempt is over; a failed one keeps its place taken. */
        public void settle(boolean failed) {
            among.settle(verdict.limit(), subject, failed);
        }
    }

    /** One account or address: its counts go to the database one after the other, on one connection. */
    private final class Subject {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Condition settled = lock.newCondition();
        private int underWay;

        Place take(RateLimit limit, String subject) {
            long left = LONGEST_WAIT.toNanos();
            lock.lock();
            try {
                Verdict verdict = rateLimits.count(limit, subject);
                while (!verdict.allowed() && underWay > 0 && left > 0) {
                    left = settled.awaitNanos(left);
                    verdict = rateLimits.count(limit, subject);
                }
                if (verdict.allowed()) {
                    underWay++;
                }
                return new Place(this, subject, verdict);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw Refusal.of(ErrorCode.UNAVAILABLE);
            } finally {
                lock.unlock();
            }
        }

        void settle(RateLimit limit, String subject, boolean failed) {
            lock.lock();
            try {
                underWay--;
                if (!failed) {
                    rateLimits.giveBack(limit, subject);
                }
            } finally {
                wakeThoseWhoseTurnItIs(failed);
                lock.unlock();
            }
        }

        /** One for the place that came free; everybody, once there is nothing left to wait for. */
        private void wakeThoseWhoseTurnItIs(boolean failed) {
            if (underWay == 0) {
                settled.signalAll();
            } else if (!failed) {
                settled.signal();
            }
        }
    }
}
