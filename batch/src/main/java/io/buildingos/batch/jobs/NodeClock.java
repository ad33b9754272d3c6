package io.buildingos.batch.jobs;

import io.buildingos.jobs.JobNodes;
import io.buildingos.jobs.JobRuns;
import io.buildingos.jobs.Node;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.platform.Readiness;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a node does for the cluster every second: says that it lives, starts what is due, stops what it was asked to stop,
 * gives up what dead nodes left running. A node that isn't ready keeps still. Wound up again after each round, so that a slow database delays
 * the next round instead of piling rounds up.
 */
@Singleton
@Startup
@DependsOn("ejb.jar#InstallationStart")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeClock {
    private static final Logger LOG = Logger.getLogger(NodeClock.class);
    private static final Caller NODE = Caller.system("node");
    private static final long PAUSE_MILLIS = 1_000;
    private static final int ROUNDS_A_BEAT = 5;

    @Resource
    private TimerService timers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Readiness readiness;

    @Inject
    private Node node;

    @Inject
    private JobNodes nodes;

    @Inject
    private JobRuns runs;

    @Inject
    private JobsBoundary boundary;

    @Inject
    private ScheduledJobs scheduled;

    private final List<UUID> late = new ArrayList<>();
    private boolean joined;
    private boolean failing;
    private int rounds;

    /** At once, so that what a crash left running is given up before anything new is launched. */
    @PostConstruct
    void start() {
        guarded(this::takePart);
        windUp();
    }

    @Timeout
    void round() {
        guarded(() -> {
            if (takePart()) {
                act();
            }
        });
        windUp();
    }

    private void windUp() {
        timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
    }

    private void guarded(Runnable work) {
        try {
            currentCaller.run(NODE, work);
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("The node can't take part in the cluster's work; trying on", failure);
            }
            failing = true;
        }
    }

    private boolean takePart() {
        if (!joined) {
            if (!readiness.report().serves()) {
                return false;
            }
            nodes.join();
            scheduled.install();
            joined = true;
        }
        return rounds++ % ROUNDS_A_BEAT != 0 || beat();
    }

    private boolean beat() {
        if (!nodes.beat()) {
            rounds = 0;
            throw new IllegalStateException(
                    "Another server bears the name %s (BUILDINGOS_NODE): this one leaves jobs alone"
                            .formatted(node.name()));
        }
        JobNodes.Recovered recovered = nodes.recover();
        recovered
                .failed()
                .forEach(execution -> LOG.warnf(
                        "Execution %d was left running by a server that ended: it is FAILED and can restart",
                        execution));
        late.addAll(recovered.unstarted());
        runs.endSilent();
        return true;
    }

    private void act() {
        late.forEach(scheduled::start);
        late.clear();
        runs.stopsRequestedHere().forEach(boundary::stopHere);
        // What a node that goes would start now, it would only have to stop: another takes it.
        if (!readiness.isDraining()) {
            scheduled.startDue();
        }
    }
}
