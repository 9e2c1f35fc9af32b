package uk.frith.platform.foundation.identity;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** How a new site gets its first administrator: by a link that works once, printed where the site is started. */
@Service
public class FirstAdministrator {

    private final OneTimeLinks links;

    FirstAdministrator(OneTimeLinks links) {
        this.links = links;
    }

    /**
     * A link for the first administrator, good for a day; an earlier one stops working. Empty when there is an active
     * administrator already.
     *
     * @param baseUrl where readers reach the service, as {@code https://frith.example}
     */
    public Optional<String> linkIfNeeded(String baseUrl) {
        return links.makeFirst().map(path -> baseUrl.replaceAll("/+$", "") + path);
    }
}
