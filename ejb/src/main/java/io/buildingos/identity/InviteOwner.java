package io.buildingos.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who is to own a tenant that has no owner. */
public record InviteOwner(@NotNull @Email @Size(max = 254) String email) {}
