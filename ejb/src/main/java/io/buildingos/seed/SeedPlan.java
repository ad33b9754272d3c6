package io.buildingos.seed;

import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the seed writes, computed and not stored: row n comes out the same whoever asks, in whatever order, so that a
 * restarted job goes on where the checkpoint says and a second run finds every row already there.
 */
public final class SeedPlan {
    /** Ids are ordered from here on, so that rows land at the right edge of their indexes. */
    private static final long FIRST_ID_AT =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private static final int DAYS_OF_MONTH = 30;

    private final SeedParameters parameters;
    private final LocalDate today;

    /** @param today the newest day anything in the data happens on */
    public SeedPlan(SeedParameters parameters, LocalDate today) {
        this.parameters = parameters;
        this.today = today;
    }

    public SeedParameters parameters() {
        return parameters;
    }

    SeedDice dice() {
        return new SeedDice(parameters.seed());
    }

    PlannedTenant tenant(int tenant) {
        String suffix = suffix(tenant);
        boolean first = tenant % 2 == 0;
        return new PlannedTenant(
                id("tenant", tenant, 0),
                "Tenant " + suffix.toUpperCase(java.util.Locale.ROOT),
                "tenant-" + suffix,
                suffix,
                first ? "MANAGEMENT_COMPANY" : "SELF_MANAGED_BUILDING",
                first ? "ARS" : "EUR",
                first ? "es" : "en",
                first ? "America/Argentina/Buenos_Aires" : "Europe/Madrid");
    }

    List<PlannedUser> users(int tenant) {
        String suffix = suffix(tenant);
        return List.of(
                user(tenant, 0, "owner", suffix, "TENANT_OWNER"),
                user(tenant, 1, "admin", suffix, "TENANT_ADMIN"),
                user(tenant, 2, "operator", suffix, "OPERATOR"),
                user(tenant, 3, "resident", suffix, "RESIDENT"));
    }

    PlannedUser superAdmin() {
        return new PlannedUser(id("user", -1, 0), "superadmin@example.com", "Demo Superadmin", null, null, null);
    }

    private PlannedUser user(int tenant, int number, String name, String suffix, String role) {
        return new PlannedUser(
                id("user", tenant, number),
                "%s.%s@example.com".formatted(name, suffix),
                "Demo %s %s".formatted(capitalized(name), suffix.toUpperCase(java.util.Locale.ROOT)),
                id("membership", tenant, number),
                id("role", tenant, number),
                role);
    }

    List<PlannedBuilding> buildings(int tenant) {
        return IntStream.range(0, parameters.buildings())
                .mapToObj(building -> {
                    String street = SeedWords.street(tenant, building);
                    String name = "%s %d".formatted(street, 100 + 10 * building);
                    return new PlannedBuilding(
                            id("building", tenant, building), name, NameKey.of(name), name + ", " + city(tenant));
                })
                .toList();
    }

    /** Units of one building, by their numbers in it. The shares of all of them sum to 1 exactly. */
    List<PlannedUnit> units(int tenant, int building, List<Integer> wanted) {
        int count = parameters.units();
        int[] areas = IntStream.range(0, count)
                .map(unit -> 20 + random("unit", tenant, number(building, unit)).nextInt(130))
                .toArray();
        long[] shares = SeedShares.of(areas);
        return wanted.stream()
                .map(unit -> unit(tenant, building, unit, areas[unit], shares[unit]))
                .toList();
    }

    private PlannedUnit unit(int tenant, int building, int unit, int area, long share) {
        int number = number(building, unit);
        String code = "%d%c".formatted(unit / 4 + 1, (char) ('A' + unit % 4));
        int kind = unit == 0 ? 0 : random("type", tenant, number).nextInt(20);
        return new PlannedUnit(
                id("unit", tenant, number),
                number,
                code,
                NameKey.of(code),
                kind < 16 ? "APARTMENT" : kind < 18 ? "PARKING" : kind < 19 ? "STORAGE" : "OFFICE",
                area,
                SeedShares.decimal(share),
                households(tenant, number));
    }

    /** Who owns the unit and who lives in it: a tenant, the owner, or nobody. The first unit is the demo resident's. */
    private List<PlannedOccupancy> households(int tenant, int number) {
        SplittableRandom random = random("household", tenant, number);
        PlannedPerson owner = person(tenant, 2 * number, random);
        LocalDate owned = daysBack(random);
        int living = number == 0 ? 0 : random.nextInt(20);
        var occupancies = new ArrayList<PlannedOccupancy>();
        occupancies.add(new PlannedOccupancy(id("occupancy", tenant, 2 * number), owner, "OWNER", owned));
        if (living < 17) {
            PlannedPerson resident = living < 12 ? person(tenant, 2 * number + 1, random) : owner;
            LocalDate since = living < 12 ? daysBack(random) : owned;
            occupancies.add(new PlannedOccupancy(id("occupancy", tenant, 2 * number + 1), resident, "RESIDENT", since));
        }
        return occupancies;
    }

    private PlannedPerson person(int tenant, int number, SplittableRandom random) {
        String name = SeedWords.person(random);
        boolean demoResident = number == 1;
        String email = demoResident
                ? users(tenant).get(3).email()
                : "person%d.%s@example.org".formatted(number, suffix(tenant));
        return new PlannedPerson(
                id("person", tenant, number),
                demoResident ? users(tenant).get(3).name() : name,
                NameKey.of(demoResident ? users(tenant).get(3).name() : name),
                email,
                demoResident);
    }

    private LocalDate daysBack(SplittableRandom random) {
        return today.minusDays(random.nextInt(parameters.months() * DAYS_OF_MONTH + 1));
    }

    private int number(int building, int unit) {
        return building * parameters.units() + unit;
    }

    private UUID id(String kind, int tenant, int number) {
        SplittableRandom random = random("id of " + kind, tenant, number);
        return UuidV7.at(FIRST_ID_AT + number, random.nextLong(), random.nextLong());
    }

    private SplittableRandom random(String purpose, int tenant, int number) {
        long mixed = parameters.seed();
        for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
            mixed = mixed * 1_099_511_628_211L + letter;
        }
        return new SplittableRandom((mixed * 31 + tenant) * 0x9E37_79B9_7F4A_7C15L + number);
    }

    /** a, b … z, aa, ab … */
    static String suffix(int tenant) {
        String last = String.valueOf((char) ('a' + tenant % 26));
        return tenant < 26 ? last : suffix(tenant / 26 - 1) + last;
    }

    private static String city(int tenant) {
        return tenant % 2 == 0 ? "Buenos Aires" : "Madrid";
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A company, and what its demonstration users' addresses end in. */
    record PlannedTenant(
            UUID id,
            String name,
            String slug,
            String suffix,
            String type,
            String currency,
            String locale,
            String timeZone) {}

    /** A user and, unless of the platform, the one role held in the tenant. */
    record PlannedUser(UUID id, String email, String name, UUID membershipId, UUID roleId, String role) {}

    record PlannedBuilding(UUID id, String name, String nameKey, String address) {}

    record PlannedUnit(
            UUID id,
            int number,
            String code,
            String codeKey,
            String type,
            int areaM2,
            String share,
            List<PlannedOccupancy> occupancies) {}

    record PlannedPerson(UUID id, String name, String nameKey, String email, boolean demoResident) {}

    record PlannedOccupancy(UUID id, PlannedPerson person, String role, LocalDate startsOn) {}
}
