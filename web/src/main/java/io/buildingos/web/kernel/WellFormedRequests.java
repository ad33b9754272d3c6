package io.buildingos.web.kernel;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses, in the one shape of all problems, what the server itself would answer with nothing: the method TRACE, which
 * would send credentials back, and addresses whose escapes are none or don't spell UTF-8.
 */
public class WellFormedRequests implements Filter {
    private static final int ESCAPE = 3;
    private static final int HEXADECIMAL = 16;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (http.getMethod().equals("TRACE")) {
            answer.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (!isWellFormed(http.getRequestURI()) || !isWellFormed(http.getQueryString())) {
            answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isWellFormed(String escaped) {
        if (escaped == null || escaped.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) != '%') {
                bytes.write(escaped.charAt(i));
                continue;
            }
            int high = i + 1 < escaped.length() ? Character.digit(escaped.charAt(i + 1), HEXADECIMAL) : -1;
            int low = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 2), HEXADECIMAL) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high * HEXADECIMAL + low);
            i += ESCAPE - 1;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
