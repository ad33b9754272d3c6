package io.buildingos.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs against the whole stack, which such tests take in turns; a parameter of type {@link TestStack} is its address book.
 * {@link ServerTest}s and those with a stack of their own run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningStack.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface SystemTest {}
