package io.buildingos.system;

import io.restassured.RestAssured;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stack before the first system test; JUnit closes its root store after the last, failed or not. */
final class RunningStack implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(RunningStack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        stack(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    private static TestStack stack(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(OURS);
        synchronized (RunningStack.class) {
            TestStack running = store.get(TestStack.class, TestStack.class);
            if (running == null) {
                running = TestStack.start();
                AuditTrail.watch(running);
                RestAssured.filters(new AuditTrail());
                store.put(TestStack.class, running);
            }
            return running;
        }
    }
}
