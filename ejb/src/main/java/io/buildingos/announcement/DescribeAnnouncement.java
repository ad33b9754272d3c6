package io.buildingos.announcement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is announced, and to whom.
 *
 * @param byEmail whether a mail goes beside, to every recipient who hasn't said that they want none
 */
public record DescribeAnnouncement(
        @NotBlank @Size(max = 255) String title,
        @NotBlank @Size(max = 10_000) String body,
        boolean byEmail,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Target> targets) {}
