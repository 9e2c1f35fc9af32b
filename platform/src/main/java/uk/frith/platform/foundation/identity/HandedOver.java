package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a one-time link to whoever hands it over: once, since only its digest is kept. */
@Component
class HandedOver {

    private final IdentitySettings settings;

    HandedOver(IdentitySettings settings) {
        this.settings = settings;
    }

    /**
     * The link's page.
     *
     * @param back where to go on to
     */
    record LinkPage(String link, String back) {
        @Override
        public String toString() {
            return "LinkPage";
        }
    }

    /** Fills the model; gives the view's name. */
    String page(String path, String back, Model model, HttpServletRequest request) {
        String base = settings.publicAddress()
                .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request)
                        .build()
                        .toUriString());
        model.addAttribute("page", new LinkPage(base + path, back));
        return "foundation/identity/link";
    }
}
