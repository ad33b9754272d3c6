package io.buildingos.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * Answers with files of the pages. Addresses without a file are the pages' own: they all get the one document, whose
 * script knows what they mean. Files with a digest in their name are kept for a year, the document is asked for anew
 * each time, so that a release is seen at the next click.
 */
public class PageFilter implements Filter {
    private static final String DOCUMENT = "/index.html";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_DAY = "public, max-age=86400";
    private static final Set<String> OTHERS =
            Set.of("api", "openapi", "health", "ready", "swagger-ui", "webjars", "problem", "WEB-INF", "META-INF");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");
    private static final Map<String, String> ENCODINGS = Map.of("br", ".br", "gzip", ".gz");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var question = (HttpServletRequest) request;
        String path = question.getRequestURI();
        boolean reads =
                question.getMethod().equals("GET") || question.getMethod().equals("HEAD");
        if (!reads || OTHERS.contains(firstSegment(path))) {
            chain.doFilter(request, response);
            return;
        }
        String file = path.lastIndexOf('.') > path.lastIndexOf('/') ? path : DOCUMENT;
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !send(question, (HttpServletResponse) response, file, type)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean send(HttpServletRequest request, HttpServletResponse response, String file, String type)
            throws IOException {
        ServletContext files = request.getServletContext();
        String encoding = encoding(request, file);
        try (InputStream content = files.getResourceAsStream(file + ENCODINGS.getOrDefault(encoding, ""))) {
            if (content == null) {
                return false;
            }
            response.setContentType(type);
            response.setHeader("Cache-Control", caching(file));
            response.setHeader("Vary", "Accept-Encoding");
            if (!encoding.isEmpty()) {
                response.setHeader("Content-Encoding", encoding);
            }
            if (request.getMethod().equals("GET")) {
                content.transferTo(response.getOutputStream());
            }
            return true;
        }
    }

    private static String encoding(HttpServletRequest request, String file) throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        for (String encoding : new String[] {"br", "gzip"}) {
            if (accepted != null
                    && accepted.contains(encoding)
                    && request.getServletContext().getResource(file + ENCODINGS.get(encoding)) != null) {
                return encoding;
            }
        }
        return "";
    }

    private static String caching(String file) {
        if (file.equals(DOCUMENT)) {
            return "no-cache";
        }
        return file.startsWith("/assets/") ? FOR_EVER : FOR_A_DAY;
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }
}
