package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Turns a refresh token into the next one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefreshService {
    @Inject
    private SessionSteps steps;

    /** @param refreshToken null when the client sent none */
    @Open(Open.To.ANYBODY)
    public Tokens refresh(String refreshToken) {
        if (refreshToken == null) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        return steps.rotate(refreshToken).orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED));
    }
}
