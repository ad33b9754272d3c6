package io.buildingos.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules for addresses. */
final class UrlRules {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "::1", "[::1]", "0.0.0.0", "::", "[::]");

    private UrlRules() {}

    /** A page's address: secure and reachable by others in production. Without a trailing slash. */
    static Rule publicAddress() {
        return (value, environment) -> {
            URI url = webUrl(value, "must be a URL such as https://buildingos.example.com");
            if (url.getRawQuery() != null || url.getRawFragment() != null) {
                throw new Refusal("must be a URL without query and fragment");
            }
            mustBePublic(url, environment, "");
            return withoutTrailingSlash(value);
        };
    }

    static Rule origins() {
        return (value, environment) -> {
            List<String> origins = new ArrayList<>();
            for (String text : value.split(",", -1)) {
                origins.add(origin(text.strip(), environment));
            }
            return String.join(",", origins);
        };
    }

    static Rule endpoint() {
        return (value, environment) -> {
            webUrl(value, "must be a URL such as https://s3.example.com");
            return withoutTrailingSlash(value);
        };
    }

    static Rule sentry() {
        return (value, environment) -> {
            String refusal = "must be a DSN such as https://key@host/project";
            URI dsn = parsed(value, refusal);
            if (!isWeb(dsn)
                    || dsn.getHost() == null
                    || dsn.getRawUserInfo() == null
                    || pathOf(dsn).length() < 2) {
                throw new Refusal(refusal);
            }
            return value;
        };
    }

    static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOCAL_NAMES.contains(name) || name.endsWith(".localhost") || name.matches("127(\\.\\d+){1,3}");
    }

    private static String origin(String text, Environment environment) throws Refusal {
        String refusal = "must be a comma-separated list of origins such as https://buildingos.example.com";
        URI url = webUrl(text, refusal);
        if (pathOf(url).length() > 1 || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new Refusal("must be origins only: scheme, host and port, without a path");
        }
        mustBePublic(url, environment, "every origin ");
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        // Browsers leave the scheme's own port out of the Origin header.
        boolean usualPort = url.getPort() == (scheme.equals("https") ? 443 : 80);
        String port = url.getPort() < 0 || usualPort ? "" : ":" + url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static void mustBePublic(URI url, Environment environment, String subject) throws Refusal {
        if (!environment.isProduction()) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        if (!url.getScheme().equalsIgnoreCase("https")) {
            reasons.add(subject + "must use https in production");
        }
        if (isLocal(url.getHost())) {
            reasons.add(subject + "must not be localhost in production");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }

    private static URI webUrl(String text, String refusal) throws Refusal {
        URI url = parsed(text, refusal);
        if (!isWeb(url) || url.getHost() == null || url.getPort() > 65_535) {
            throw new Refusal(refusal);
        }
        if (url.getRawUserInfo() != null) {
            throw new Refusal("must not hold a user name or password");
        }
        return url;
    }

    private static URI parsed(String text, String refusal) throws Refusal {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Refusal(refusal);
        }
    }

    private static boolean isWeb(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }

    private static String pathOf(URI url) {
        return url.getRawPath() == null ? "" : url.getRawPath();
    }

    private static String withoutTrailingSlash(String value) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }
}
