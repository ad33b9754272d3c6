package io.buildingos.web.kernel;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers with the request which operation it went to: a few names, where addresses are without number. */
@Provider
@Priority(0)
public class RouteFilter implements ContainerRequestFilter {
    private static final String ROUTE = "io.buildingos.route";
    private static final Map<Method, String> KNOWN = new ConcurrentHashMap<>();
    private static final Set<String> SERVLETS = Set.of("/health", "/ready", "/openapi", "/metrics");

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            request.setAttribute(ROUTE, KNOWN.computeIfAbsent(method, known -> template(resource, known)));
        }
    }

    /** The template of the operation; of everything else one name, or whoever asks could make up new ones for ever. */
    static String routeOf(HttpServletRequest request) {
        Object route = request.getAttribute(ROUTE);
        if (route != null) {
            return route.toString();
        }
        return SERVLETS.contains(request.getRequestURI()) ? request.getRequestURI() : "unmatched";
    }

    private static String template(ResourceInfo resource, Method method) {
        return "/api/v1" + path(resource.getResourceClass().getAnnotation(Path.class))
                + path(method.getAnnotation(Path.class));
    }

    private static String path(Path path) {
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }
}
