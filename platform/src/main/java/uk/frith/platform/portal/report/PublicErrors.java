package uk.frith.platform.portal.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.frith.platform.foundation.pages.OwnErrors;

/** What the public reads when something went wrong: in its own words and language, with the way on and the way to help. */
@Component
class PublicErrors implements OwnErrors {

    private static final Pattern PUBLIC = Pattern.compile("/(tell|here)(/.*)?");

    private final Framing framing;

    PublicErrors(Framing framing) {
        this.framing = framing;
    }

    @Override
    public boolean isAt(String path) {
        return PUBLIC.matcher(path).matches();
    }

    @Override
    public ModelAndView answer(HttpServletRequest request, String path, int status, String reference) {
        String again = StartPages.WITHIN.matcher(path).matches() ? path : "/tell";
        TellPage.Failed page = new TellPage.Failed(
                framing.frame(framing.words(request), again, null),
                kind(path, status),
                status == 413 && path.equals("/tell/files") ? path : "",
                reference);
        return new ModelAndView("portal/report/failed", Map.of(StartPages.PAGE, page));
    }

    private static String kind(String path, int status) {
        return switch (status) {
            case 403 -> "old";
            case 404 -> path.startsWith("/here") ? "sign" : "missing";
            case 413 -> "large";
            case 429 -> "many";
            default -> status < 500 ? "unread" : "broken";
        };
    }
}
