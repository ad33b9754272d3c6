package io.buildingos.identity;

import java.time.Instant;
import java.util.List;

/** What a login gives. */
public record LoggedIn(String accessToken, Instant expiresAt, List<MembershipView> memberships) {}
