package uk.frith.platform.portal.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at how much somebody outside is about to send before any of it is read. Staff send files of gigabytes; the public's
 * forms are small, and a file of theirs has a limit. What doesn't say how long it is isn't read at all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UploadLimit extends OncePerRequestFilter {

    /** What stands around a file in a form. */
    private static final long AROUND_A_FILE_BYTES = 64L * 1024;

    private static final long LARGEST_FORM_BYTES = 2L * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !(request.getRequestURI().startsWith("/tell")
                        || request.getRequestURI().startsWith("/here"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        String type = request.getContentType();
        boolean form = type == null || !type.startsWith("multipart/");
        boolean files = request.getRequestURI().equals("/tell/files");
        long most = files && !form ? FileRules.LARGEST_BYTES + AROUND_A_FILE_BYTES : LARGEST_FORM_BYTES;
        if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
