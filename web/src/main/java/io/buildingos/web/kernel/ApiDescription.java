package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Tagged;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes what WildFly found of the API by what every operation has: its answers and problems, bodies, headers, who
 * may call. Read off the resource methods, so that the description can't say what the code doesn't.
 */
public class ApiDescription implements OASFilter {
    private static final String PACKAGE = "io.buildingos.web.";
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final String OCTETS = "application/octet-stream";
    /** Of which the answer says when to ask again. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private final ApiSchemas schemas = new ApiSchemas();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, PathItem> sorted = new TreeMap<>(api.getPaths().getPathItems());
        Paths paths = OASFactory.createPaths();
        sorted.forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> describe(path, method, operation));
            paths.addPathItem(path, item);
        });
        api.setPaths(paths);
        api.setTags(null);
        api.setInfo(OASFactory.createInfo()
                .title("BuildingOS")
                .version("1")
                .description(ErrorCatalogue.markdown())
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")));
        api.setExternalDocs(null);
        api.setServers(List.of(OASFactory.createServer().url("/")));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        schemas.of(Problem.class);
        Schema problem = schemas.components().get("Problem");
        problem.removeProperty("attributes");
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "requestId"));
        var components = OASFactory.createComponents()
                .schemas(schemas.components())
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(org.eclipse.microprofile.openapi.models.security.SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        for (int status : statuses()) {
            components.addResponse("Problem" + status, problem(status));
        }
        api.setComponents(components);
    }

    private void describe(String path, PathItem.HttpMethod verb, Operation operation) {
        Method method = method(operation.getOperationId());
        String resource = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        String feature = method.getDeclaringClass().getPackageName().substring(PACKAGE.length());
        operation.setOperationId(
                resource.substring(0, 1).toLowerCase(Locale.ROOT) + resource.substring(1) + "_" + method.getName());
        operation.setTags(List.of(feature));
        operation.setParameters(null);
        boolean open = method.isAnnotationPresent(Public.class);
        if (open) {
            // One requirement that asks for nothing: an empty list would not be written.
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
        }
        for (Parameter parameter : method.getParameters()) {
            describe(parameter, operation);
        }
        boolean page = Page.class.isAssignableFrom(method.getReturnType()) && verb == PathItem.HttpMethod.GET;
        if (page) {
            describeList(ApiLists.of(method), operation);
        }
        boolean keyed = verb == PathItem.HttpMethod.POST && !open && !path.startsWith("/api/v1/auth/");
        if (keyed) {
            operation.addParameter(header("Idempotency-Key", string().maxLength(255))
                    .required(method.isAnnotationPresent(IdempotencyKeyRequired.class)));
        }
        operation.setResponses(responses(method, path, verb, open));
    }

    private void describe(Parameter parameter, Operation operation) {
        PathParam inPath = parameter.getAnnotation(PathParam.class);
        QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
        if (inPath != null) {
            operation.addParameter(OASFactory.createParameter()
                    .name(inPath.value())
                    .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.PATH)
                    .required(true)
                    .schema(schemas.of(parameter.getType())));
        } else if (inQuery != null) {
            operation.addParameter(query(inQuery.value(), schemas.of(parameter.getType())));
        } else if (parameter.getType() == IfMatch.class) {
            operation.addParameter(header("If-Match", string()).required(true));
        } else if (isBody(parameter)) {
            operation.setRequestBody(
                    OASFactory.createRequestBody().required(true).content(body(parameter)));
        }
    }

    private static boolean isBody(Parameter parameter) {
        return !parameter.isAnnotationPresent(HeaderParam.class)
                && !parameter.isAnnotationPresent(CookieParam.class)
                && !parameter.isAnnotationPresent(Context.class);
    }

    private Content body(Parameter parameter) {
        if (parameter.getType() == InputStream.class) {
            return content(OCTETS, string().format("binary"));
        }
        if (parameter.getType() != MergePatch.class) {
            return content(JSON, schemas.of(parameter.getParameterizedType()));
        }
        Patches patched = parameter.getAnnotation(Patches.class);
        return content(
                ApiMedia.MERGE_PATCH, patched == null ? schemas.of(Object.class) : schemas.patchOf(patched.value()));
    }

    private void describeList(ApiLists list, Operation operation) {
        operation.addParameter(query(
                "limit",
                integer()
                        .minimum(java.math.BigDecimal.ONE)
                        .maximum(java.math.BigDecimal.valueOf(200))
                        .defaultValue(50)));
        operation.addParameter(query("cursor", string()));
        if (!list.sorts().isEmpty()) {
            Schema names = string();
            list.sorts().forEach(name -> names.addEnumeration(name).addEnumeration("-" + name));
            operation.addParameter(query("sort", names).description("With - before it: descending"));
        }
        list.filters().forEach((name, type) -> operation.addParameter(query(name, schemas.of(type))));
    }

    private APIResponses responses(Method method, String path, PathItem.HttpMethod verb, boolean open) {
        APIResponses responses = OASFactory.createAPIResponses();
        Answers answers = method.getAnnotation(Answers.class);
        boolean empty = method.getReturnType() == void.class || method.getReturnType() == Response.class;
        Type body = answers != null ? answers.body() : empty ? Void.class : method.getGenericReturnType();
        int status = answers != null ? answers.status() : empty ? 204 : 200;
        APIResponse success = OASFactory.createAPIResponse().description("As asked");
        success.addHeader("X-Request-Id", OASFactory.createHeader().schema(string()));
        if (body == StreamingOutput.class) {
            success.setContent(content(OCTETS, string().format("binary")));
        } else if (body != Void.class) {
            success.setContent(content(answers == null ? JSON : answers.type(), schemas.of(body)));
        }
        if (body instanceof Class<?> view && Tagged.class.isAssignableFrom(view)) {
            success.addHeader("ETag", OASFactory.createHeader().schema(string()));
        }
        if (status == Response.Status.CREATED.getStatusCode()) {
            success.addHeader("Location", OASFactory.createHeader().schema(string()));
        }
        responses.addAPIResponse(Integer.toString(status), success);
        for (int problem : problems(method, path, verb, open)) {
            responses.addAPIResponse(
                    Integer.toString(problem),
                    OASFactory.createAPIResponse().ref("#/components/responses/Problem" + problem));
        }
        return responses;
    }

    private static Set<Integer> problems(Method method, String path, PathItem.HttpMethod verb, boolean open) {
        Set<Integer> problems = new TreeSet<>(List.of(400, 406, 429, 500, 503));
        if (!open) {
            problems.addAll(List.of(401, 403));
        } else if (path.startsWith("/api/v1/auth/")) {
            problems.add(401);
        }
        if (path.contains("{")) {
            problems.add(404);
        }
        if (verb != PathItem.HttpMethod.GET) {
            problems.add(409);
        }
        if (Arrays.stream(method.getParameterTypes()).anyMatch(type -> type == IfMatch.class)) {
            problems.addAll(List.of(412, 428));
        }
        if (Arrays.stream(method.getParameters())
                .anyMatch(parameter -> isBody(parameter)
                        && !parameter.isAnnotationPresent(PathParam.class)
                        && !parameter.isAnnotationPresent(QueryParam.class))) {
            problems.addAll(List.of(413, 415, 422));
        }
        return problems;
    }

    private static APIResponse problem(int status) {
        List<String> codes = Arrays.stream(ErrorCode.values())
                .filter(code -> code.status() == status)
                .map(Enum::name)
                .toList();
        APIResponse problem = OASFactory.createAPIResponse()
                .description(String.join(", ", codes))
                .addHeader("X-Request-Id", OASFactory.createHeader().schema(string()))
                .content(content(PROBLEM, OASFactory.createSchema().ref("#/components/schemas/Problem")));
        if (PASSING.contains(status)) {
            problem.addHeader("Retry-After", OASFactory.createHeader().schema(integer()));
        }
        return problem;
    }

    private static Set<Integer> statuses() {
        Set<Integer> statuses = new TreeSet<>();
        for (ErrorCode code : ErrorCode.values()) {
            statuses.add(code.status());
        }
        return statuses;
    }

    /** WildFly's id of an operation is the qualified name of its method. */
    private static Method method(String operationId) {
        int end = operationId.lastIndexOf('_');
        try {
            Class<?> resource =
                    Class.forName(operationId.substring(0, end), false, ApiDescription.class.getClassLoader());
            Optional<Method> found = Arrays.stream(resource.getDeclaredMethods())
                    .filter(method -> method.getName().equals(operationId.substring(end + 1)))
                    .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                    .findFirst();
            return found.orElseThrow(() -> new IllegalStateException("no method " + operationId));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Content content(String type, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(schema));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter header(String name, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.HEADER)
                .schema(schema);
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter query(String name, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY)
                .schema(schema);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
