package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import uk.frith.platform.foundation.pages.OwnErrors;
import uk.frith.platform.reports.exchange.Document.Format;

/** What a partner's system hears at an address that isn't there, or not in that way: a document, and never a page. */
@Component
class FailedRequests implements OwnErrors {

    private static final String OPEN311 = "/open311";
    private static final String API = "/api";

    @Override
    public boolean isAt(String path) {
        return isUnder(OPEN311, path) || isUnder(API, path);
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    @Override
    public ModelAndView answer(HttpServletRequest request, String path, int status, String reference) {
        String sentence = sentence(status) + " Reference: " + reference + ".";
        if (isUnder(API, path)) {
            String title = title(status);
            return sent(
                    ApiPages.PROBLEM_JSON,
                    JsonRules.write(ApiPages.Reply.problem(status, title, sentence, List.of())
                            .body()));
        }
        Format format = path.endsWith(".json") ? Format.JSON : Format.XML;
        return sent(
                format.type(),
                Open311Writer.errors(status, List.of(new Fault("", "", sentence)))
                        .in(format));
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String words = known == null ? "Failed" : known.getReasonPhrase();
        return words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address doesn't take that method; the header Allow names those that it takes.";
            default ->
                status < 500
                        ? "The request couldn't be read, or isn't allowed here."
                        : "Frith made a mistake. Send it again later.";
        };
    }

    private static ModelAndView sent(String type, String document) {
        View view = (model, request, response) -> {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            response.setContentType(type);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        };
        return new ModelAndView(view);
    }
}
