package io.buildingos.audit;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Seals what waits. */
@Stateless
public class AuditSealing {
    static final int BATCH = 1_000;

    @Inject
    private AuditChain chain;

    @Inject
    private Clock clock;

    /** Returns how many were sealed: less than {@link #BATCH} means that nothing waits, or another node is at it. */
    @Open(Open.To.SYSTEM)
    @SystemScope("entries of every tenant")
    public int sealSome() {
        return chain.sealSome(BATCH, clock.instant());
    }
}
