package io.buildingos.identity;

import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A member of the tenant, with all its roles. */
public record MemberView(
        UUID id, long version, UUID userId, String email, String name, Instant createdAt, List<Grant> roles)
        implements Tagged {
    public MemberView {
        roles = List.copyOf(roles);
    }

    /** As a list selects it; the roles of a page are read together. */
    public MemberView(UUID id, long version, UUID userId, String email, String name, Instant createdAt) {
        this(id, version, userId, email, name, createdAt, List.of());
    }

    static MemberView of(Membership membership, User user) {
        return new MemberView(
                        membership.id(),
                        membership.version(),
                        user.id(),
                        user.email(),
                        user.name(),
                        membership.createdAt())
                .with(membership.grants());
    }

    MemberView with(Collection<Grant> grants) {
        List<Grant> ordered = grants.stream()
                .sorted(Comparator.comparing(Grant::role)
                        .thenComparing(Grant::buildingId, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return new MemberView(id, version, userId, email, name, createdAt, ordered);
    }
}
