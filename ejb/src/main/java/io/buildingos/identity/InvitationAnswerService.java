package io.buildingos.identity;

import io.buildingos.identity.Admission.Offer;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * The invited one's side. The mailed token finds the invitation; the place is then taken inside that tenant's walls, as
 * somebody without any right there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationAnswerService {
    @Inject
    private Admission admission;

    @Inject
    private Passwords passwords;

    @Inject
    private CurrentCaller currentCaller;

    /** Not found: unknown, answered and expired ones alike. */
    @Open(Open.To.ANYBODY)
    public InvitationOffer lookUp(LookUp request) {
        return admission.find(request.token()).orElseThrow(Refusal::notFound).shown();
    }

    /** A link alone logs nobody in: whoever has an account logs in with it first, whoever has none makes one. */
    @Open(Open.To.ANYBODY)
    public Accepted accept(Accept request) {
        Offer offer = admission.find(request.token()).orElseThrow(Refusal::notFound);
        String passwordHash = null;
        if (offer.accountExists()) {
            requireLoggedInAs(offer.email());
        } else {
            requireNameAndPassword(request, offer.email());
            passwordHash = passwords.hash(request.password());
        }
        Caller caller = currentCaller.get();
        try (var scope = currentCaller.enter(caller.atTheDoorOf(offer.tenantId()))) {
            return admission.admit(request.token(), request.name(), passwordHash);
        }
    }

    private void requireLoggedInAs(String email) {
        Caller caller = currentCaller.get();
        if (!caller.isAuthenticated()) {
            throw Refusal.of(ErrorCode.LOGIN_TO_ACCEPT);
        }
        OwnAccount.of(caller);
        if (!caller.name().equals(email)) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "The invitation is for another address than the one logged in.");
        }
    }

    private static void requireNameAndPassword(Accept request, String email) {
        if (request.name() == null) {
            throw Refusal.invalid("name", "must not be null");
        }
        if (request.password() == null) {
            throw Refusal.invalid("password", "must not be null");
        }
        PasswordPolicy.check("password", request.password(), email);
    }

    /** A mailed token. */
    public record LookUp(@NotNull @Size(max = 100) String token) {
        @Override
        public String toString() {
            return "LookUp";
        }
    }

    /** Name and password only from somebody without an account. */
    public record Accept(
            @NotNull @Size(max = 100) String token,

            @Size(max = 120) @Pattern(regexp = Texts.NAME, message = Texts.NAME_MESSAGE)
            String name,

            @Size(max = PasswordPolicy.LONGEST) String password) {
        @Override
        public String toString() {
            return "Accept";
        }
    }

    /**
     * What the holder of the link may know.
     *
     * @param accountExists log in with it to accept, else give name and password
     */
    public record InvitationOffer(
            String tenantName,
            String email,
            Role role,
            String buildingName,
            Instant expiresAt,
            boolean accountExists) {}

    /** The new place; logging in gives a token for it. */
    public record Accepted(UUID memberId, UUID tenantId, String tenantName, String email) {}
}
