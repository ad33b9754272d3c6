package io.buildingos.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the manifests promise, read from them, and whether Kubernetes knows all they say. That a cluster accepts them is
 * not tested: no cluster is to be had in a build.
 */
class KubernetesManifestsTest {
    private static final Path FOLDER = Path.of("src/main/kubernetes");

    private static final Map<String, Description> DESCRIBED = Map.of(
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "Deployment", V1Deployment::validateJsonElement,
            "Job", V1Job::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "Service", V1Service::validateJsonElement);

    private interface Description {
        void validate(JsonElement document) throws IOException;
    }

    private final List<Yaml> application = Yaml.documents(FOLDER.resolve("buildingos.yaml"));
    private final Yaml job = Yaml.documents(FOLDER.resolve("migrate.yaml")).get(0);
    private final Yaml settings = Yaml.documents(FOLDER.resolve("config.yaml")).get(0);
    private final Yaml deployment = kind("Deployment");
    private final Yaml pod = deployment.at("spec", "template", "spec");
    private final Yaml container = pod.at("containers", 0);

    KubernetesManifestsTest() throws IOException {}

    @Test
    void everyDocumentSaysWhatItIs() {
        assertEquals(
                List.of(
                        "apps/v1 Deployment",
                        "v1 Service",
                        "policy/v1 PodDisruptionBudget",
                        "networking.k8s.io/v1 NetworkPolicy"),
                application.stream()
                        .map(document -> document.at("apiVersion").text() + " "
                                + document.at("kind").text())
                        .toList());
        assertEquals("batch/v1", job.at("apiVersion").text());
        Stream.concat(application.stream(), Stream.of(job, settings))
                .forEach(document ->
                        assertTrue(document.at("metadata", "name").text().startsWith("buildingos")));
    }

    /** A misspelt or misplaced one would be left out, or refused, by the cluster alone. */
    @Test
    void everyFieldIsOneThatKubernetesDescribes() throws IOException {
        for (Yaml document :
                Stream.concat(application.stream(), Stream.of(job, settings)).toList()) {
            DESCRIBED.get(document.at("kind").text()).validate(new Gson().toJsonTree(document.value()));
        }
    }

    @Test
    void noRequestIsLostWhileVersionsChange() {
        assertTrue(deployment.at("spec", "replicas").number() >= 2);
        assertEquals(
                0,
                deployment
                        .at("spec", "strategy", "rollingUpdate", "maxUnavailable")
                        .number());
        assertEquals(1, kind("PodDisruptionBudget").at("spec", "minAvailable").number());
        int pause = Integer.parseInt(
                container.at("lifecycle", "preStop", "exec", "command", 1).text());
        int drain = settings.at("data", "DRAIN_SECONDS").number();
        int shutdown = settings.at("data", "SHUTDOWN_SECONDS").number();
        assertTrue(pod.at("terminationGracePeriodSeconds").number() > pause + drain + shutdown);
        Yaml ready = container.at("readinessProbe");
        int seen =
                (ready.at("periodSeconds").number() + ready.at("timeoutSeconds").number())
                        * ready.at("failureThreshold").number();
        assertTrue(drain >= seen, "the pod would stop before its readiness is asked " + seen + " s long");
    }

    @Test
    void kubeletAsksTheManagementPortWhichNobodyElseReaches() {
        assertEquals("0.0.0.0", settings.at("data", "MANAGEMENT_BIND_ADDRESS").text());
        assertProbe("startupProbe", "/health/started");
        assertProbe("readinessProbe", "/health/ready");
        assertProbe("livenessProbe", "/health/live");
        List<Yaml> doors = kind("NetworkPolicy").at("spec", "ingress").items();
        assertEquals("http", doors.get(0).at("ports", 0, "port").text());
        assertEquals("management", doors.get(1).at("ports", 0, "port").text());
        doors.forEach(door -> assertFalse(door.at("from").items().isEmpty()));
        assertEquals(
                "http", kind("Service").at("spec", "ports", 0, "targetPort").text());
    }

    @Test
    void runsWithoutRights() {
        for (Yaml spec : List.of(pod, job.at("spec", "template", "spec"))) {
            assertTrue((Boolean) spec.at("securityContext", "runAsNonRoot").value());
            assertFalse((Boolean) spec.at("automountServiceAccountToken").value());
            Yaml rights = spec.at("containers", 0, "securityContext");
            assertFalse((Boolean) rights.at("allowPrivilegeEscalation").value());
            assertEquals("[ALL]", rights.at("capabilities", "drop").text());
            assertTrue(spec.at("containers", 0, "resources", "limits").has("memory"));
            assertTrue(spec.at("containers", 0, "resources", "requests").has("cpu"));
        }
    }

    @Test
    void secretsAreFilesAndInNoManifest() {
        for (Yaml spec : List.of(pod, job.at("spec", "template", "spec"))) {
            String folder =
                    spec.at("containers", 0, "volumeMounts", 0, "mountPath").text();
            assertEquals(
                    "buildingos", spec.at("volumes", 0, "secret", "secretName").text());
            List<Yaml> given = spec.at("containers", 0, "env").items();
            List<String> files = given.stream()
                    .filter(entry -> entry.at("name").text().endsWith("_FILE"))
                    .map(entry -> entry.at("value").text())
                    .toList();
            assertTrue(files.contains(folder + "/DATABASE_URL") && files.contains(folder + "/JWT_SECRET"));
            assertTrue(files.stream().allMatch(file -> file.startsWith(folder + "/")), files.toString());
        }
        assertFalse(settings.at("data").text().matches("(?s).*(SECRET|PASSWORD|DATABASE_URL|_KEY).*"));
    }

    @Test
    void migratesByTheSameImageBeforeAndOnlyOnce() {
        assertEquals(0, job.at("spec", "backoffLimit").number());
        Yaml migrate = job.at("spec", "template", "spec", "containers", 0);
        assertEquals(container.at("image").text(), migrate.at("image").text());
        String command = migrate.at("command").text();
        assertTrue(command.contains("migrate, deploy"), command);
        String version = container.at("image").text().replaceFirst(".*:", "");
        assertEquals(
                "buildingos-migrate-" + version.replace('.', '-'),
                job.at("metadata", "name").text());
    }

    private void assertProbe(String probe, String path) {
        assertEquals(path, container.at(probe, "httpGet", "path").text());
        assertEquals("management", container.at(probe, "httpGet", "port").text());
    }

    private Yaml kind(String kind) {
        return application.stream()
                .filter(document -> document.at("kind").text().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind));
    }
}
