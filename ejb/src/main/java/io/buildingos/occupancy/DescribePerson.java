package io.buildingos.occupancy;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What can be said of a person.
 *
 * @param email or null
 * @param phone or null
 * @param userId the account they log in with, a member of the tenant, or null
 */
public record DescribePerson(
        @NotBlank @Size(max = 120) String name,
        @Email @Size(max = 254) String email,

        @Size(max = 40) @Pattern(regexp = "[0-9+(). /-]*", message = "must be a telephone number")
        String phone,

        UUID userId) {}
