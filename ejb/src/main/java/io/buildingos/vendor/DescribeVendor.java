package io.buildingos.vendor;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What can be said of a vendor.
 *
 * @param taxId as its country writes it, or null
 * @param contact whom to ask for, or null
 */
public record DescribeVendor(
        @NotBlank @Size(max = 120) String name,
        @Size(max = 40) String taxId,
        @Size(max = 120) String contact,
        @Email @Size(max = 254) String email,

        @Size(max = 40) @Pattern(regexp = "[0-9+(). /-]*", message = "must be a telephone number")
        String phone) {}
