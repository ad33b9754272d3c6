package io.buildingos.web.kernel;

import io.buildingos.platform.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes leave of kept connections while the server drains: a request sent on one of them just when the server closes it
 * would be lost, and no client may repeat a lost POST.
 */
public class DrainingFilter implements Filter {
    @Inject
    private Readiness readiness;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (readiness.isDraining()) {
            ((HttpServletResponse) response).setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
