package io.buildingos.probe;

import java.util.function.Supplier;
import org.jboss.as.server.suspend.SuspendableActivityRegistry;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;

/** Registers {@link Draining} with the server for as long as the application is deployed. */
public final class DrainingActivator implements ServiceActivator {
    private static final ServiceName REGISTRY = ServiceName.parse("org.wildfly.server.suspend-controller");

    @Override
    public void activate(ServiceActivatorContext context) {
        ServiceBuilder<?> builder = context.getServiceTarget().addService();
        Supplier<SuspendableActivityRegistry> registry = builder.requires(REGISTRY);
        Draining draining = new Draining(seconds());
        builder.setInstance(new Service() {
                    @Override
                    public void start(StartContext start) {
                        draining.register(registry.get());
                    }

                    @Override
                    public void stop(StopContext stop) {
                        draining.unregister();
                    }
                })
                .install();
    }

    private static int seconds() {
        String given = System.getenv().getOrDefault("DRAIN_SECONDS", "");
        return given.isBlank() ? 0 : Integer.parseInt(given);
    }
}
