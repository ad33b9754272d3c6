package io.buildingos.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A month as a tenant lives it, up to the present moment: of the current one, what would be still to come is now.
 *
 * @param now what nothing is later than
 */
record SeedMonth(YearMonth period, ZoneId zone, Instant now) {
    /** @param number of so many months: 0 is the first, the last is the current one */
    static SeedMonth of(int number, int months, ZoneId zone, Instant now) {
        YearMonth current = YearMonth.from(LocalDate.ofInstant(now, zone));
        return new SeedMonth(current.minusMonths(months - 1L - number), zone, now);
    }

    boolean isCurrent() {
        return YearMonth.from(today()).equals(period);
    }

    boolean hasReached(int day) {
        return !isCurrent() || today().getDayOfMonth() >= day;
    }

    /** Today at the latest. */
    LocalDate day(int day) {
        LocalDate date = period.atDay(Math.min(day, period.lengthOfMonth()));
        return date.isAfter(today()) ? today() : date;
    }

    /** Now at the latest. */
    Instant at(int day, int hour, int minute) {
        return notLater(LocalDateTime.of(period.atDay(Math.min(day, period.lengthOfMonth())), LocalTime.of(hour, 0))
                .plusMinutes(minute)
                .atZone(zone)
                .toInstant());
    }

    Instant notLater(Instant moment) {
        return moment.isAfter(now) ? now : moment;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
