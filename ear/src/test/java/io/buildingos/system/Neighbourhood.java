package io.buildingos.system;

import java.sql.SQLException;
import java.util.UUID;

/** A company with two buildings, and somebody of every kind who has to do with the first one. */
record Neighbourhood(
        Company company,
        Actor owner,
        UUID tower,
        UUID unit,
        UUID neighbourUnit,
        UUID elsewhere,
        UUID unitElsewhere,
        Actor operator,
        Actor resident) {

    /** The operator's role is over the tower alone; the resident lives in {@link #unit}. */
    static Neighbourhood on(TestStack stack) throws SQLException {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        UUID neighbourUnit = owner.unit(tower, "2");
        UUID elsewhere = owner.building("Elsewhere");
        UUID unitElsewhere = owner.unit(elsewhere, "1");
        Actor operator = company.member("OPERATOR", tower);
        Actor resident = inhabitant(company, owner, unit);
        return new Neighbourhood(
                company, owner, tower, unit, neighbourUnit, elsewhere, unitElsewhere, operator, resident);
    }

    static Actor inhabitant(Company company, Actor owner, UUID unit) throws SQLException {
        UUID user = company.user();
        Actor resident = company.resident(user);
        UUID person = owner.create("/people", "{\"name\":\"Ana\",\"userId\":\"%s\"}", user);
        owner.create(
                "/units/" + unit + "/occupancies",
                "{\"personId\":\"%s\",\"role\":\"RESIDENT\",\"primary\":false,\"from\":\"2025-01-01\"}",
                person);
        return resident;
    }

    /** Opened by the owner of the company for the whole tower. */
    UUID ticket(String title) {
        return ticket(owner, title, "\"buildingId\":\"" + tower + "\"");
    }

    static UUID ticket(Actor actor, String title, String where) {
        return actor.create(
                "/tickets",
                "{\"title\":\"%s\",\"description\":\"Please help\",\"category\":\"REPAIR\",%s}",
                title,
                where);
    }
}
