package io.buildingos.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.config.Configuration;
import io.buildingos.config.Database;
import io.buildingos.devstack.Build;
import io.buildingos.devstack.Ports;
import io.buildingos.devstack.Stack;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * {@code ./mvnw -Pbench verify}: starts its own stack, seeds it, warms it up, drives it, and prints every figure beside its
 * yardstick of the same run. Arguments: the repository's root. {@code
 * -Dbench.parts=seed,requests,work,login,memory,start,backup,verify,scale} chooses what is measured; whatever is chosen is measured as in the whole.
 */
public final class Benchmark {
    private static final int UNITS = 20_000;
    /** Where others fill the database themselves. */
    private static final int FEW_UNITS = 200;

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 90);
    private static final int MEASURED = Integer.getInteger("bench.seconds", 15);
    private static final int TURNS = 5;
    private static final Set<String> PARTS =
            Set.of(System.getProperty("bench.parts", "seed,requests,work,login,memory,start,backup,verify,scale")
                    .split(",", -1));
    private static final String DEMO_PASSWORD = "Demo-Building-2026!";

    private final Path scripts;
    private final Stack stack;
    private final Report report;
    private final Wrk wrk;

    private Benchmark(Path scripts, Stack stack, Report report) {
        this.scripts = scripts;
        this.stack = stack;
        this.report = report;
        this.wrk = new Wrk(scripts);
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path target = Files.createDirectories(root.resolve("ear/target/benchmark"));
        Report report = new Report();
        // Every run measures the same rows.
        Path state = target.resolve("stack");
        Processes.output(List.of("rm", "-rf", state.toString()));
        try (Stack stack = Stack.start(new Build(root), state, Ports.free(), settings(state), Benchmark::say)) {
            new Benchmark(target, stack, report).run(root);
        }
        Files.writeString(target.resolve("benchmark.json"), report.json());
        say("written to " + target.resolve("benchmark.json"));
    }

    /** A server of 512 MB that no rate limit slows down, and that takes its classes from where the usual ones do. */
    private static Map<String, String> settings(Path state) {
        Map<String, String> settings = new HashMap<>();
        settings.put("BUILDINGOS_CLASS_ARCHIVE", state.resolve("classes.jsa").toString());
        settings.put("BUILDINGOS_JAVA_OPTS", "-Xms512m -Xmx512m -XX:MaxMetaspaceSize=320m -XX:+UseParallelGC");
        settings.put("RATE_LIMIT_READS_PER_MINUTE", "100000000");
        settings.put("RATE_LIMIT_WRITES_PER_MINUTE", "100000000");
        settings.put("RATE_LIMIT_LOGIN_PER_ACCOUNT", "100000000");
        settings.put("RATE_LIMIT_LOGIN_PER_ADDRESS", "100000000");
        settings.put("LOG_LEVEL", "warn");
        return settings;
    }

    private void run(Path root) throws IOException {
        boolean ofRequests = !Set.of("backup", "verify", "scale").containsAll(PARTS);
        double seconds = seed(ofRequests ? UNITS : FEW_UNITS);
        if (PARTS.contains("seed")) {
            say("copying the same rows …");
            report.ratio("seed / COPY", new CopyRate(jdbc("MIGRATION_DATABASE_URL")).seconds() / seconds, 0.3);
        }
        if (PARTS.contains("requests")) {
            measureRequests(owner());
        }
        if (PARTS.contains("work")) {
            measureWork(owner());
        }
        if (PARTS.contains("login")) {
            measureLogins(owner());
        }
        if (PARTS.contains("memory")) {
            report.bound("resident MB after load", Resident.megabytes(stack.serverPid()), 900);
        }
        if (PARTS.contains("start")) {
            new StartTime(root, scripts).compare(stack, report);
        }
        LargeTenant tenant = new LargeTenant(superuser());
        if (PARTS.contains("verify")) {
            say("writing books of a million entries …");
            new VerifyTime(tenant, jdbc("MIGRATION_DATABASE_URL")).compare(report);
        }
        if (PARTS.contains("scale")) {
            measureScale(tenant);
        }
        if (PARTS.contains("backup")) {
            say("backing up a gigabyte …");
            Client operator = new Client(stack.base()).loggedIn("superadmin@example.com", DEMO_PASSWORD);
            new BackupTime(root, scripts, stack, operator, jdbc("MIGRATION_DATABASE_URL"), superuser()).compare(report);
        }
    }

    private void measureRequests(Client owner) {
        String building = largestBuilding(owner);
        String units = "/api/v1/buildings/" + building + "/units";
        String unit = owner.get(units + "?limit=1").at("/items/0/id").asText();
        String byId = owner.url("/api/v1/units/" + unit);
        String list = owner.url(units + "?limit=50");
        String later = owner.page(200, list);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + owner.token());
        say("warming up for " + WARM_UP + " s …");
        wrk.get(byId, headers, Math.max(1, WARM_UP / 2));
        wrk.get(list, headers, Math.max(1, WARM_UP / 2));
        measureNoop(owner, headers);
        report.load("GET by id", wrk.get(byId, headers, MEASURED));
        measurePages(list, later, headers);
        report.ratioOf("page 200", report.rate("list of 50"), "page 200 / page 1", 0.8);
        report.ratioOf("GET by id", report.rate("no-op resource"), "GET by id / no-op", 0);
        report.ratioOf("list of 50", report.rate("no-op resource"), "list of 50 / no-op", 0);
        measureStatements(Map.of("tenant", tenantOf(owner), "building", building, "unit", unit));
    }

    /** By turns, so that what else happens on the machine happens to both. */
    private void measurePages(String first, String later, Map<String, String> headers) {
        List<Wrk.Result> ofFirst = new ArrayList<>();
        List<Wrk.Result> ofLater = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ofFirst.add(wrk.get(first, headers, Math.max(1, MEASURED / TURNS)));
            ofLater.add(wrk.get(later, headers, Math.max(1, MEASURED / TURNS)));
        }
        report.load("list of 50", Median.of(ofFirst, Wrk.Result::perSecond));
        report.load("page 200", Median.of(ofLater, Wrk.Result::perSecond));
    }

    private void measureWork(Client owner) throws IOException {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + owner.token());
        if (!PARTS.contains("requests")) {
            measureNoop(owner, headers);
        }
        say("working for a day …");
        new WorkRates(report, wrk, pgbench(), statementLog(owner), owner, Math.max(1, WARM_UP / 5), MEASURED)
                .compare(jdbc("MIGRATION_DATABASE_URL"));
    }

    private void measureScale(LargeTenant tenant) throws IOException {
        say("writing the work of many years …");
        tenant.keepBooks();
        tenant.openTickets();
        Client owner = owner();
        Psql psql = new Psql(scripts, stack.settings().get("DATABASE_URL"), tenantOf(owner));
        ScaleTime scale =
                new ScaleTime(report, wrk, psql, statementLog(owner), owner, Math.max(1, WARM_UP / 5), MEASURED);
        scale.compareQueries();
        scale.exportLedger(stack.serverPid());
    }

    /** With a token, through every filter, to a resource that only answers: what each request pays before its work. */
    private void measureNoop(Client owner, Map<String, String> headers) {
        String noop = owner.url("/api/v1/about");
        wrk.get(noop, headers, Math.max(1, WARM_UP / 2));
        report.load("no-op resource", wrk.get(noop, headers, MEASURED));
        try (Bare bare = Bare.start(owner.get("/api/v1/about").toString())) {
            wrk.get(bare.url(), Map.of(), MEASURED);
            report.load("bare Undertow", wrk.get(bare.url(), Map.of(), MEASURED));
        }
        report.ratioOf("no-op resource", report.rate("bare Undertow"), "no-op / bare Undertow", 0.28);
    }

    private void measureStatements(Map<String, String> parameters) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        Pgbench pgbench = pgbench();
        report.figure("pgbench GET by id", pgbench.perSecondOf(Statements.unitById(today), parameters, MEASURED));
        report.figure("pgbench list of 50", pgbench.perSecondOf(Statements.units(today), parameters, MEASURED));
        report.ratioOf("GET by id", report.rate("pgbench GET by id"), "GET by id / pgbench", 0.25);
        report.ratioOf("list of 50", report.rate("pgbench list of 50"), "list of 50 / pgbench", 0.22);
    }

    private void measureLogins(Client owner) {
        String login = owner.url("/api/v1/auth/login");
        String body = "{\"email\":\"owner.a@example.com\",\"password\":\"" + DEMO_PASSWORD + "\"}";
        wrk.post(login, body, Math.max(1, WARM_UP / 2));
        report.load("login", wrk.post(login, body, MEASURED));
        double hashes = HashRate.perSecond(Duration.ofSeconds(5), Duration.ofSeconds(MEASURED));
        report.figure("raw Argon2id", hashes);
        report.ratioOf("login", hashes, "login / raw Argon2id", 0.7);
    }

    /** Seconds that the job took for the rows, by its own record. */
    private double seed(int units) {
        say("seeding " + units + " units …");
        stack.runJob(
                "seed", Map.of("tenants", "2", "buildings", "1", "months", "0", "units", Integer.toString(units / 2)));
        Client operator = new Client(stack.base()).loggedIn("superadmin@example.com", DEMO_PASSWORD);
        JsonNode execution =
                operator.get("/api/v1/platform/executions?job=seed&limit=1").at("/items/0");
        return Duration.between(
                                java.time.Instant.parse(
                                        execution.required("startedAt").asText()),
                                java.time.Instant.parse(
                                        execution.required("endedAt").asText()))
                        .toMillis()
                / 1000.0;
    }

    /** Tokens don't last as long as a whole run. */
    private Client owner() {
        return new Client(stack.base()).loggedIn("owner.a@example.com", DEMO_PASSWORD);
    }

    private Pgbench pgbench() {
        return new Pgbench(scripts, stack.settings().get("DATABASE_URL"));
    }

    private StatementLog statementLog(Client owner) throws IOException {
        return new StatementLog(scripts.resolve("stack"), superuser(), tenantOf(owner));
    }

    private static String tenantOf(Client owner) {
        return owner.get("/api/v1/tenant").required("id").asText();
    }

    private static String largestBuilding(Client owner) {
        for (JsonNode building : owner.get("/api/v1/buildings?limit=200").required("items")) {
            String id = building.required("id").asText();
            if (!owner.get("/api/v1/buildings/" + id + "/units?limit=200")
                    .required("next")
                    .isNull()) {
                return id;
            }
        }
        throw new IllegalStateException("no building with more than 200 units");
    }

    private String jdbc(String setting) {
        Map<String, String> variables = new HashMap<>(stack.settings());
        Configuration configuration = Configuration.load(variables);
        Database database =
                setting.startsWith("MIGRATION") ? configuration.migrationDatabase() : configuration.database();
        return database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "user=" + database.user()
                + "&password=" + database.password();
    }

    /** Of the stack's own PostgreSQL. */
    private String superuser() throws IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(scripts.resolve("stack/secrets.properties"))) {
            secrets.load(file);
        }
        return jdbc("MIGRATION_DATABASE_URL").replaceFirst("\\?.*", "") + "?user=postgres&password="
                + secrets.getProperty("postgres.postgres");
    }

    static void say(String line) {
        System.out.println("benchmark: " + line);
    }
}
