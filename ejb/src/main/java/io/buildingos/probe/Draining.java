package io.buildingos.probe;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.as.server.suspend.ServerResumeContext;
import org.jboss.as.server.suspend.ServerSuspendContext;
import org.jboss.as.server.suspend.SuspendableActivity;
import org.jboss.as.server.suspend.SuspendableActivityRegistry;
import org.jboss.as.server.suspend.SuspensionStateProvider;

/**
 * Holds the server back before it suspends, whoever asked for that: an operator, a deployment, a stop signal. Meanwhile it
 * serves as before but says that it isn't ready, so that load balancers go elsewhere first and nobody is turned away.
 */
public final class Draining implements SuspendableActivity {
    private static volatile SuspendableActivityRegistry server;

    private final int seconds;

    /** @param seconds as long as the slowest load balancer takes to see that a node isn't ready */
    Draining(int seconds) {
        this.seconds = seconds;
    }

    /** Requests are answered, and each is the last on its connection. */
    public static boolean underWay() {
        return state() != SuspensionStateProvider.State.RUNNING;
    }

    /** Where the server is between running and suspended, in lower case. */
    static String described() {
        return state().name().toLowerCase(Locale.ROOT);
    }

    private static SuspensionStateProvider.State state() {
        SuspendableActivityRegistry asked = server;
        return asked == null ? SuspensionStateProvider.State.SUSPENDED : asked.getState();
    }

    void register(SuspendableActivityRegistry registry) {
        server = registry;
        registry.registerActivity(this);
    }

    void unregister() {
        server.unregisterActivity(this);
        server = null;
    }

    @Override
    public CompletionStage<Void> prepare(ServerSuspendContext context) {
        return new CompletableFuture<Void>().completeOnTimeout(null, seconds, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<Void> suspend(ServerSuspendContext context) {
        return COMPLETED;
    }

    @Override
    public CompletionStage<Void> resume(ServerResumeContext context) {
        return COMPLETED;
    }
}
