package uk.frith.platform.foundation.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.pages.ErrorLink;

/** One's own account: what Frith knows of it, its password, its authenticator app. */
@Controller
@RequestMapping("/account")
class OwnAccountPages {

    private static final String TO_SEE = "to look after one's own account";
    private static final String PAGE = "page";
    private static final String VIEW = "foundation/identity/own-account";
    private static final String FACTOR_VIEW = "foundation/identity/own-factor";
    private static final String DONE = "redirect:/account?done=yes";

    private final Accounts accounts;
    private final OwnAccount own;
    private final SessionCookies cookies;
    private final Desk desk;

    OwnAccountPages(Accounts accounts, OwnAccount own, SessionCookies cookies, Desk desk) {
        this.accounts = accounts;
        this.own = own;
        this.cookies = cookies;
        this.desk = desk;
    }

    /** The reader's account, and the forms on its page. */
    record OwnPage(Account account, String organisation, boolean saved, List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "OwnPage";
        }

        /** What is wrong with a field; null for nothing. */
        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    @GetMapping
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE)
    String account(@RequestParam(defaultValue = "") String done, Model model) {
        return show(accounts.own(TO_SEE), !done.isEmpty(), List.of(), model);
    }

    @PostMapping("/password")
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE)
    String password(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String wanted,
            Model model) {
        Account me = accounts.own(TO_SEE);
        return own.changePassword(me.email(), password, wanted)
                .map(problem -> show(me, false, List.of(ErrorLink.at(problem.field(), problem.sentence())), model))
                .orElse(DONE);
    }

    @PostMapping("/factor/start")
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE)
    String start(@RequestParam(defaultValue = "") String proof, Model model, HttpServletResponse response) {
        Account me = accounts.own(TO_SEE);
        return switch (own.startFactor(me.email(), proof)) {
            case OwnAccount.Started.Begun(String pending) -> {
                cookies.write(response, SessionCookies.Kind.PENDING, pending);
                yield "redirect:/account/factor";
            }
            case OwnAccount.Started.Refused(OwnAccount.Problem problem) ->
                show(me, false, List.of(ErrorLink.at("proof", problem.sentence())), model);
        };
    }

    @GetMapping("/factor")
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE)
    String factor(Model model, HttpServletRequest request) {
        return pending(request)
                .map(person -> {
                    accounts.own(TO_SEE);
                    return showFactor(person, List.of(), model);
                })
                .orElse("redirect:/account");
    }

    @PostMapping("/factor")
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE)
    String confirm(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<SignInRepository.Pending> person = pending(request);
        Optional<String> token = cookies.read(request, SessionCookies.Kind.PENDING);
        if (person.isEmpty() || token.isEmpty()) {
            return "redirect:/account";
        }
        if (own.confirmFactor(token.get(), code)) {
            cookies.clear(response, SessionCookies.Kind.PENDING);
            return DONE;
        }
        return showFactor(person.get(), List.of(ErrorLink.at("code", "Enter the code that the app shows now")), model);
    }

    private Optional<SignInRepository.Pending> pending(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.Kind.PENDING).flatMap(own::pending);
    }

    private String show(Account me, boolean saved, List<ErrorLink> errors, Model model) {
        String organisation = desk.actor().map(Actor::organisationName).orElse("");
        model.addAttribute(PAGE, new OwnPage(me, organisation, saved, errors));
        return VIEW;
    }

    private static String showFactor(SignInRepository.Pending person, List<ErrorLink> errors, Model model) {
        byte[] secret = person.newSecret().map(Opaque::bytes).orElseThrow();
        model.addAttribute(
                PAGE,
                new SignInPages.Code(
                        "/account/factor",
                        "/",
                        QrCode.picture(TotpRules.address(secret, person.email())),
                        QrCode.inFours(TotpRules.base32(secret)),
                        errors));
        return FACTOR_VIEW;
    }
}
