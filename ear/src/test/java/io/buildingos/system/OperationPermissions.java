package io.buildingos.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.buildingos.kernel.Permission;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which permissions an operation asks for, read off the code: the services its resource method calls say
 * so, and the jobs boundary names the one it checks. An
 * operation of which that can't be read fails the test.
 */
final class OperationPermissions {
    private static final String KERNEL = "io.buildingos.kernel.";
    private static final Path ROOT = Path.of(System.getProperty("buildingos.root"));
    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(
                    ROOT.resolve("web/target/classes"),
                    ROOT.resolve("ejb/target/classes"),
                    ROOT.resolve("batch/target/classes"));

    private OperationPermissions() {}

    /** None: open to whoever is logged in. */
    static Set<Permission> of(ApiOperation operation) {
        String[] id = operation.id().split("_", 2);
        String resource = id[0].substring(0, 1).toUpperCase(Locale.ROOT) + id[0].substring(1) + "Resource";
        JavaClass found = CODE.stream()
                .filter(type -> type.getSimpleName().equals(resource))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + resource + " for " + operation));
        JavaMethod method = found.getMethods().stream()
                .filter(candidate -> candidate.getName().equals(id[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method for " + operation));
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (!collect(method, permissions, new HashSet<>())) {
            throw new AssertionError(operation + " calls nothing that says who may call");
        }
        return permissions;
    }

    private static boolean collect(JavaMethod method, Set<Permission> permissions, Set<JavaMethod> seen) {
        boolean says = false;
        for (JavaFieldAccess access : method.getFieldAccesses()) {
            if (access.getTargetOwner().isEquivalentTo(Permission.class)) {
                permissions.add(Permission.valueOf(access.getName()));
                says = true;
            }
        }
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
            JavaMethod called = call.getTarget().resolveMember().orElse(null);
            if (called == null || !seen.add(called)) {
                continue;
            }
            var allowed = called.tryGetAnnotationOfType(KERNEL + "Allowed");
            if (allowed.isPresent()) {
                JavaEnumConstant permission =
                        (JavaEnumConstant) allowed.get().get("value").orElseThrow();
                permissions.add(Permission.valueOf(permission.name()));
                says = true;
            } else if (called.isAnnotatedWith(KERNEL + "Open")) {
                says = true;
            } else if (called.getOwner().equals(method.getOwner())
                    || called.getOwner().getPackageName().startsWith("io.buildingos.batch.")) {
                says |= collect(called, permissions, seen);
            }
        }
        return says;
    }
}
