package io.buildingos.system;

import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a stack before the first test that wants it: one for the system tests, one for the server tests. JUnit closes its
 * root store after the last, failed or not.
 */
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
        boolean ofServers = context.getRequiredTestClass().isAnnotationPresent(ServerTest.class);
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        ofServers,
                        key -> ofServers ? TestStack.startUnwatched("server-tests", Map.of()) : watched(),
                        TestStack.class);
    }

    private static TestStack watched() {
        TestStack stack = TestStack.start();
        AuditTrail.watch(stack);
        RestAssured.filters(new AuditTrail());
        return stack;
    }
}
