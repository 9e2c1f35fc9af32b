package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The first wall: a route is refused unless it declares who may use it and the asker is one of them, or it stands on the list
 * of public routes.
 */
final class AllowsInterceptor implements HandlerInterceptor {

    private final Desk desk;
    private final Refusals refusals;

    AllowsInterceptor(Desk desk, Refusals refusals) {
        this.desk = desk;
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Allows> allows = handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Allows.class))
                : Optional.empty();
        boolean allowed = allows.isPresent()
                ? desk.actor().filter(actor -> actor.may(allows.get().value())).isPresent()
                : PublicRoutes.contains(request);
        if (!allowed) {
            refusals.enter(
                    handler instanceof HandlerMethod method
                            ? method.getBeanType().getSimpleName() + "."
                                    + method.getMethod().getName()
                            : handler.getClass().getSimpleName(),
                    allows.map(Allows::purpose).orElse("a route that nobody may use"));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return allowed;
    }
}
