package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.seed.SeedPlan.PlannedOccupancy;
import io.buildingos.seed.SeedPlan.PlannedPerson;
import io.buildingos.seed.SeedPlan.PlannedUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of units, the people who own them or live in them, and since when; each found again by its id. */
final class SeedUnitRows {
    private static final Long NEW = 0L;

    private final Connection connection;
    private final SeedTarget target;
    private final Instant now;

    SeedUnitRows(Connection connection, SeedTarget target, Instant now) {
        this.connection = connection;
        this.target = target;
        this.now = now;
    }

    /** Returns how many of the units weren't there yet. */
    int write(UUID building, List<PlannedUnit> units) throws SQLException {
        int written = units(building, units);
        people(units.stream()
                .flatMap(unit -> unit.occupancies().stream().map(PlannedOccupancy::person))
                .distinct()
                .toList());
        occupancies(units.stream()
                .flatMap(unit -> unit.occupancies().stream().map(occupancy -> new Household(unit, occupancy)))
                .toList());
        return written;
    }

    private int units(UUID building, List<PlannedUnit> units) throws SQLException {
        return BulkInsert.<PlannedUnit>into("units")
                .column("id", "uuid", PlannedUnit::id)
                .column("version", "bigint", unit -> NEW)
                .column("tenant_id", "uuid", unit -> target.tenantId())
                .column("building_id", "uuid", unit -> building)
                .column("code", "text", PlannedUnit::code)
                .column("code_key", "text", PlannedUnit::codeKey)
                .column("type", "text", PlannedUnit::type)
                .column("area_m2", "numeric", PlannedUnit::areaM2)
                .column("share", "numeric", PlannedUnit::share)
                .column("billable", "boolean", unit -> true)
                .column("created_at", "timestamptz", unit -> now)
                .unlessThere("id")
                .execute(connection, units);
    }

    private void people(List<PlannedPerson> people) throws SQLException {
        BulkInsert.<PlannedPerson>into("people")
                .column("id", "uuid", PlannedPerson::id)
                .column("version", "bigint", person -> NEW)
                .column("tenant_id", "uuid", person -> target.tenantId())
                .column("name", "text", PlannedPerson::name)
                .column("name_key", "text", PlannedPerson::nameKey)
                .column("email", "text", PlannedPerson::email)
                .column("user_id", "uuid", person -> person.demoResident() ? target.residentUserId() : null)
                .column("created_at", "timestamptz", person -> now)
                .unlessThere("id")
                .execute(connection, people);
    }

    private void occupancies(List<Household> households) throws SQLException {
        BulkInsert.<Household>into("occupancies")
                .column("id", "uuid", household -> household.occupancy().id())
                .column("version", "bigint", household -> NEW)
                .column("tenant_id", "uuid", household -> target.tenantId())
                .column("unit_id", "uuid", household -> household.unit().id())
                .column(
                        "person_id",
                        "uuid",
                        household -> household.occupancy().person().id())
                .column("role", "text", household -> household.occupancy().role())
                .column("is_primary", "boolean", household -> true)
                .column("starts_on", "date", household -> household.occupancy().startsOn())
                .column("created_at", "timestamptz", household -> now)
                .unlessThere("id")
                .execute(connection, households);
    }

    private record Household(PlannedUnit unit, PlannedOccupancy occupancy) {}
}
