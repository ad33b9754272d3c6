package io.buildingos.identity;

import io.buildingos.identity.SignUp.FirstTenant;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Currency;

/** Takes in somebody new. Hashes first, then writes it all in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignupService {
    @Inject
    private Passwords passwords;

    @Inject
    private Registration registration;

    @Open(Open.To.ANYBODY)
    public Tokens signUp(SignUp request, String userAgent) {
        check(request.tenant());
        PasswordPolicy.check("password", request.password(), EmailAddress.normalized(request.email()));
        return registration.register(request, passwords.hash(request.password()), userAgent);
    }

    private static void check(FirstTenant tenant) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(tenant.currency()))) {
            throw Refusal.invalid("tenant.currency", "must be a currency of ISO 4217");
        }
        if (!ZoneId.getAvailableZoneIds().contains(tenant.timeZone())) {
            throw Refusal.invalid("tenant.timeZone", "must be a time zone of the IANA database");
        }
    }
}
