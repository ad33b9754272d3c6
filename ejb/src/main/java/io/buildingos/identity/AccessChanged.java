package io.buildingos.identity;

import java.util.UUID;

/** What this user's sessions may do has changed: whoever remembers it forgets it, once the change is committed. */
public record AccessChanged(UUID userId) {}
