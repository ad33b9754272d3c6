package io.buildingos.batch.jobs;

import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every job there is: found, not listed. */
@ApplicationScoped
class JobCatalogue {
    @Inject
    private Instance<Job> jobs;

    List<Job> all() {
        return jobs.stream()
                .sorted(Comparator.comparing(job -> job.definition().name()))
                .toList();
    }

    Optional<Job> find(String name) {
        return jobs.stream().filter(job -> job.definition().name().equals(name)).findFirst();
    }

    Job get(String name) {
        return find(name).orElseThrow(Refusal::notFound);
    }
}
