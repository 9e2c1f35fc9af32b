package uk.frith.platform.foundation.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the container comes when a request has failed. The reader gets plain words and a reference; the log gets the reference
 * and the cause. No exception's message ever reaches the reader.
 */
@Controller
class ErrorPages implements ErrorController {
    static final String VIEW = "foundation/pages/error";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final ErrorReferences references;
    private final ChromeSource chrome;
    private final List<OwnErrors> own;

    ErrorPages(RandomGenerator random, ObjectProvider<ChromeSource> chrome, ObjectProvider<OwnErrors> own) {
        this.references = new ErrorReferences(random);
        this.chrome = new SafeChrome(PagesConfiguration.whoeverKnows(chrome));
        this.own = own.stream().toList();
    }

    @RequestMapping(path = "${server.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        String reference = logged(request, status);
        response.setStatus(status);
        return own(request, status, reference)
                .orElseGet(() -> new ModelAndView(
                        VIEW,
                        Map.of(
                                "page",
                                new ErrorPage(Problem.ofStatus(status), reference),
                                "chrome",
                                chrome.chromeFor(request)),
                        HttpStatusCode.valueOf(status)));
    }

    private Optional<ModelAndView> own(HttpServletRequest request, int status, String reference) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? own.stream()
                        .filter(each -> each.isAt(path))
                        .findFirst()
                        .map(each -> each.answer(request, path, status, reference)
                                .addObject("chrome", chrome.chromeFor(request)))
                : Optional.empty();
    }

    /** The same for programs: RFC 9457, unless the chapter answers otherwise. */
    @RequestMapping("${server.error.path:/error}")
    Object detail(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        String reference = logged(request, status);
        response.setStatus(status);
        Optional<ModelAndView> own = own(request, status, reference);
        return own.isPresent() ? own.get() : detail(status, reference);
    }

    private static ResponseEntity<ProblemDetail> detail(int status, String reference) {
        Problem problem = Problem.ofStatus(status);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), problem.happened());
        detail.setTitle(problem.title());
        detail.setProperty("next", problem.next());
        detail.setProperty("reference", reference);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** Asked for by its address rather than after an error, this is an address like any other that isn't there. */
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && code >= 400 && code < 600 ? code : HttpStatus.NOT_FOUND.value();
    }

    private String logged(HttpServletRequest request, int status) {
        String reference = references.next();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause && status >= 500) {
            LOG.error("error_reference={} status={} method={}", reference, status, request.getMethod(), cause);
        } else {
            LOG.info("error_reference={} status={} method={}", reference, status, request.getMethod());
        }
        return reference;
    }
}
