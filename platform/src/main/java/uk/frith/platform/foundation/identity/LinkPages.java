package uk.frith.platform.foundation.identity;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.pages.ErrorLink;

/** Where a one-time link leads. Looking doesn't use it up: programs that check links in messages look too. */
@Controller
class LinkPages {

    private static final String PASSWORD_VIEW = "foundation/identity/choose-password";
    private static final String FIRST_VIEW = "foundation/identity/first-administrator";
    private static final String GONE_VIEW = "foundation/identity/link-gone";
    private static final String PAGE = "page";

    private final OneTimeLinks links;

    LinkPages(OneTimeLinks links) {
        this.links = links;
    }

    /** The page that asks for a password. */
    record Choose(String action, String name, String email, List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "Choose";
        }
    }

    /** The page that asks the first administrator for everything; what was typed is kept, but for the password. */
    record First(String action, String organisation, String slug, String name, String email, List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "First";
        }

        /** What is wrong with a field; null for nothing. */
        @org.jspecify.annotations.Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    @GetMapping("/link/{token}")
    String look(@PathVariable String token, Model model) {
        return links.find(token)
                .map(link -> show(token, link, List.of(), model))
                .orElse(GONE_VIEW);
    }

    @PostMapping("/link/{token}")
    String use(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        LinkRepository.Link link = links.find(token).orElse(null);
        if (link == null) {
            return GONE_VIEW;
        }
        boolean first = link.kind() == LinkKind.FIRST_ADMINISTRATOR;
        OneTimeLinks.Use use = first
                ? links.begin(token, new OneTimeLinks.First(organisation, slug, name, email, password))
                : links.choosePassword(token, password);
        return switch (use) {
            case OneTimeLinks.Use.Done() -> "redirect:/sign-in?done=yes";
            case OneTimeLinks.Use.Gone() -> GONE_VIEW;
            case OneTimeLinks.Use.Wrong(String field, String sentence) -> {
                List<ErrorLink> errors = List.of(ErrorLink.at(field, sentence));
                if (first) {
                    model.addAttribute(PAGE, new First(path(token), organisation, slug, name, email, errors));
                    yield FIRST_VIEW;
                }
                yield show(token, link, errors, model);
            }
        };
    }

    private static String show(String token, LinkRepository.Link link, List<ErrorLink> errors, Model model) {
        if (link.kind() == LinkKind.FIRST_ADMINISTRATOR) {
            model.addAttribute(PAGE, new First(path(token), "", "", "", "", errors));
            return FIRST_VIEW;
        }
        model.addAttribute(PAGE, new Choose(path(token), link.name(), link.email(), errors));
        return PASSWORD_VIEW;
    }

    private static String path(String token) {
        return "/link/" + token;
    }
}
