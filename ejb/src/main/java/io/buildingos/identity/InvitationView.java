package io.buildingos.identity;

import io.buildingos.kernel.Role;
import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.UUID;

/** An invitation as the tenant's administrators see it: without its token, which only the mail has. */
public record InvitationView(
        UUID id,
        long version,
        String email,
        Role role,
        UUID buildingId,
        UUID personId,
        Invitation.Status status,
        UUID invitedBy,
        Instant createdAt,
        Instant expiresAt,
        Instant answeredAt)
        implements Tagged {

    static InvitationView of(Invitation invitation, Instant now) {
        return new InvitationView(
                invitation.id(),
                invitation.version(),
                invitation.email(),
                invitation.role(),
                invitation.buildingId(),
                invitation.personId(),
                invitation.statusAt(now),
                invitation.invitedBy(),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.answeredAt());
    }
}
