package io.buildingos.occupancy;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/** A person as they are shown. */
public record PersonView(
        UUID id,
        long version,
        String name,
        String email,
        String phone,
        UUID userId,
        Instant createdAt,
        Instant archivedAt)
        implements Tagged {
    static PersonView of(Person person) {
        return new PersonView(
                person.id(),
                person.version(),
                person.name(),
                person.email(),
                person.phone(),
                person.userId(),
                person.createdAt(),
                person.archivedAt());
    }

    /** What a merge patch is applied to. */
    public DescribePerson description() {
        return new DescribePerson(name, email, phone, userId);
    }
}
