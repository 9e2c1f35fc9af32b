package uk.frith.platform.foundation.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.AuditTrail;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.pages.ErrorLink;

/** In and out: password, code, setting up a second factor, sign-out. */
@Controller
class SignInPages {

    /** One sentence for every reason, so that it tells nobody which it was. */
    static final String REFUSED = "Sign-in did not work. Check the e-mail address and the password and try again";

    private static final String CODE_REFUSED = "Enter the newest code from your app; each works once";
    private static final String VIEW = "foundation/identity/sign-in";
    private static final String CODE_VIEW = "foundation/identity/code";
    private static final String PAGE = "page";
    private static final String TO_SIGN_IN = "redirect:/sign-in";

    private final SignIn signIn;
    private final SessionCookies cookies;
    private final SessionRepository sessions;
    private final AuditTrail audit;
    private final Desk desk;

    SignInPages(SignIn signIn, SessionCookies cookies, SessionRepository sessions, AuditTrail audit, Desk desk) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.sessions = sessions;
        this.audit = audit;
        this.desk = desk;
    }

    /**
     * The first page of sign-in.
     *
     * @param next where to go afterwards, a local path
     * @param notice what happened before, if anything is to be said
     * @param errors what was wrong
     */
    record Form(String next, @Nullable String notice, List<ErrorLink> errors) {}

    /**
     * The page that asks for a code.
     *
     * @param action where the form goes
     * @param picture the new secret as a picture, while a factor is being set up
     * @param key the new secret for typing, in groups of four
     */
    record Code(
            String action,
            String next,
            @Nullable Content picture,
            @Nullable String key,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String over,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        String local = SignInRules.localPath(next);
        if (desk.actor().isPresent()) {
            return "redirect:" + local;
        }
        String notice = !over.isEmpty()
                ? "You were signed out because your session had ended. Sign in to carry on."
                : !done.isEmpty() ? "Your password is set. Sign in with it." : null;
        model.addAttribute(PAGE, new Form(local, notice, List.of()));
        return VIEW;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String local = SignInRules.localPath(next);
        return switch (signIn.withPassword(email, password)) {
            case SignIn.Outcome.Arrived(String token) -> arrived(token, local, request, response);
            case SignIn.Outcome.CodeNeeded(String pending) -> {
                cookies.write(response, SessionCookies.Kind.PENDING, pending);
                yield "redirect:/sign-in/code?next=" + encoded(local);
            }
            case SignIn.Outcome.FactorNeeded(String pending) -> {
                cookies.write(response, SessionCookies.Kind.PENDING, pending);
                yield "redirect:/sign-in/set-up-code?next=" + encoded(local);
            }
            case SignIn.Outcome.Refused() -> {
                model.addAttribute(PAGE, new Form(local, null, List.of(ErrorLink.at("email", REFUSED))));
                yield VIEW;
            }
        };
    }

    @GetMapping("/sign-in/code")
    String code(@RequestParam(defaultValue = "/") String next, Model model, HttpServletRequest request) {
        return pending(request)
                .filter(person -> person.newSecret().isEmpty())
                .map(person -> codePage(person, next, List.of(), model))
                .orElse(TO_SIGN_IN);
    }

    @GetMapping("/sign-in/set-up-code")
    String setUp(@RequestParam(defaultValue = "/") String next, Model model, HttpServletRequest request) {
        return pending(request)
                .filter(person -> person.newSecret().isPresent())
                .map(person -> codePage(person, next, List.of(), model))
                .orElse(TO_SIGN_IN);
    }

    @PostMapping({"/sign-in/code", "/sign-in/set-up-code"})
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> pending = cookies.read(request, SessionCookies.Kind.PENDING);
        Optional<SignInRepository.Pending> person = pending(request);
        if (pending.isEmpty() || person.isEmpty()) {
            return TO_SIGN_IN;
        }
        if (signIn.withCode(pending.get(), code) instanceof SignIn.Outcome.Arrived(String token)) {
            cookies.clear(response, SessionCookies.Kind.PENDING);
            return arrived(token, SignInRules.localPath(next), request, response);
        }
        return codePage(person.get(), next, List.of(ErrorLink.at("code", CODE_REFUSED)), model);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        if (desk.actor().isPresent()) {
            desk.<@Nullable Object>unaudited(
                    "the entry is written before the session ends, by which it is signed", () -> {
                        audit.write(Entry.of(Act.SIGN_OUT, "account", "to sign out"));
                        sessions.leave();
                        return null;
                    });
        }
        cookies.clear(response, SessionCookies.Kind.SESSION);
        // Words that a page has kept in the browser go with whoever typed them.
        response.setHeader("Clear-Site-Data", "\"storage\"");
        return TO_SIGN_IN;
    }

    private String arrived(String token, String local, HttpServletRequest request, HttpServletResponse response) {
        // Whatever session this browser had before ends: nobody slips into another's.
        cookies.read(request, SessionCookies.Kind.SESSION).ifPresent(sessions::end);
        cookies.write(response, SessionCookies.Kind.SESSION, token);
        cookies.clear(response, SessionCookies.Kind.VISITOR);
        return "redirect:" + local;
    }

    private Optional<SignInRepository.Pending> pending(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.Kind.PENDING).flatMap(signIn::pending);
    }

    private static String codePage(SignInRepository.Pending person, String next, List<ErrorLink> errors, Model model) {
        String local = SignInRules.localPath(next);
        model.addAttribute(
                PAGE,
                person.newSecret()
                        .map(secret -> new Code(
                                "/sign-in/set-up-code",
                                local,
                                QrCode.picture(TotpRules.address(secret.bytes(), person.email())),
                                QrCode.inFours(TotpRules.base32(secret.bytes())),
                                errors))
                        .orElseGet(() -> new Code("/sign-in/code", local, null, null, errors)));
        return CODE_VIEW;
    }

    private static String encoded(String path) {
        return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8);
    }
}
