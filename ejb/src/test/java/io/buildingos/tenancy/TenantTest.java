package io.buildingos.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Tenant.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantTest {
    private final Tenant tenant = new Tenant(
            "Acme",
            "acme",
            Tenant.Type.MANAGEMENT_COMPANY,
            "ARS",
            "es",
            ZoneId.of("America/Argentina/Buenos_Aires"),
            Instant.EPOCH);

    @Test
    void isSuspendedAndActivatedAgain() {
        assertThrows(Refusal.class, tenant::activate);
        tenant.suspend();
        assertThrows(Refusal.class, tenant::suspend);
        tenant.activate();
        assertEquals(Status.ACTIVE, tenant.status());
    }

    @Test
    void isClosedForGood() {
        tenant.suspend();
        tenant.close();
        assertThrows(Refusal.class, tenant::close);
        assertThrows(Refusal.class, tenant::activate);
        assertThrows(Refusal.class, tenant::suspend);
        assertEquals(Status.CLOSED, tenant.status());
    }

    @Test
    void namesEveryUnknownSettingAtOnceAndChangesNothing() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> tenant.describe(new DescribeTenant("Other", "QQQ", "en", "Mars/Olympus", null)));
        assertEquals(
                List.of("currency", "timeZone"),
                refusal.violations().stream().map(Refusal.Violation::field).toList());
        assertEquals("Acme", tenant.name());
    }
}
