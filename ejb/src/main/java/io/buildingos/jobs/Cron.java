package io.buildingos.jobs;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.buildingos.kernel.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * When something is due: minute, hour, day of month, month, day of week, in a time zone; with six fields the first is the
 * second. A time that the clocks skip in spring isn't due on that day; one they show twice in autumn is due once.
 */
final class Cron {
    private static final int WITH_SECONDS = 6;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ExecutionTime times;
    private final ZoneId zone;

    private Cron(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /** @throws Refusal naming cron or zone, whichever makes no sense */
    static Cron of(String cron, String zone) {
        return new Cron(ExecutionTime.forCron(parsed(cron)), zoneOf(zone));
    }

    /** @throws Refusal when it is never due */
    Instant after(Instant moment) {
        return times.nextExecution(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone))
                .orElseThrow(() -> Refusal.invalid("cron", "is never due"))
                .toInstant();
    }

    private static com.cronutils.model.Cron parsed(String cron) {
        int fields = BLANKS.split(cron.strip()).length;
        CronType type = fields == WITH_SECONDS ? CronType.SPRING53 : CronType.UNIX;
        try {
            return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type))
                    .parse(cron)
                    .validate();
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalid("cron", "must be five cron fields, or six with the seconds first");
        }
    }

    private static ZoneId zoneOf(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refusal.invalid("zone", "must be a time zone's IANA name");
        }
        return ZoneId.of(zone);
    }
}
