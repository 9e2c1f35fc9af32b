package uk.frith.platform.portal.signs;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;

/** An administrator sets the number to which a sign's code can be texted, and gets the secret for the gateway behind it. */
@Controller
@RequestMapping("/oversight/texts")
class GatewayPages {

    private static final String TO_SET = "to set the number for text messages";
    private static final String VIEW = "portal/signs/staff-texts";
    private static final int SECRET_BYTES = 32;

    private final Desk desk;
    private final TextRepository repository;
    private final SecureRandom random = new SecureRandom();

    GatewayPages(Desk desk, TextRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    @Configuration(proxyBeanMethods = false)
    static class GatewayLine {
        @Bean
        OversightItem texts() {
            return new OversightItem(
                    "Text messages",
                    "The number to which the codes on signs can be texted, and the secret of its gateway.",
                    "/oversight/texts",
                    Permission.MANAGE_PARTNERS,
                    47);
        }
    }

    /**
     * The number.
     *
     * @param number that holds; empty when none does
     * @param force whether the organisation is a police force: no other can have a number
     * @param secret a new one, shown this once; empty otherwise
     */
    record TextsPage(
            String number,
            boolean force,
            String secret,
            String typed,
            @Nullable String wrong) {
        List<ErrorLink> errors() {
            return wrong == null ? List.of() : List.of(ErrorLink.at("number", wrong));
        }

        @Override
        public String toString() {
            return "TextsPage";
        }
    }

    @GetMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_SET)
    String number(Model model) {
        return show(desk.audited(Entry.of(Act.CONSULTATION, "gateway", TO_SET), this::held), "", "", null, model);
    }

    private record Held(String number, boolean force) {}

    private Held held() {
        UUID own = actor().organisation();
        return new Held(repository.number(own).orElse(""), repository.isForce(own));
    }

    private Actor actor() {
        return desk.actor().orElseThrow();
    }

    private static String show(Held held, String secret, String typed, @Nullable String wrong, Model model) {
        model.addAttribute("page", new TextsPage(held.number(), held.force(), secret, typed, wrong));
        return VIEW;
    }

    @PostMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_SET)
    String set(@RequestParam(defaultValue = "") String number, Model model, HttpServletResponse response) {
        Held held = desk.audited(Entry.of(Act.CONSULTATION, "gateway", TO_SET), this::held);
        if (!held.force()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(held, "", "", null, model);
        }
        String close = TextRules.number(number);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        boolean fits = TextRules.NUMBER.matcher(close).matches();
        if (fits && isSet(close, secret)) {
            return show(new Held(close, true), HexFormat.of().formatHex(secret), "", null, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String wrong = fits
                ? "Another force has this number. Set one that is yours alone"
                : "Write a number of 3 to 15 digits, such as 60777 or +447700900123";
        return show(held, "", number.strip(), wrong, model);
    }

    private boolean isSet(String number, byte[] secret) {
        try {
            desk.audited(Entry.of(Act.ADMINISTRATION, "gateway", TO_SET).with("outcome", "set"), () -> {
                repository.set(actor().organisation(), number, secret, actor().account());
                return number;
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @PostMapping("/end")
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_SET)
    String end() {
        desk.audited(Entry.of(Act.ADMINISTRATION, "gateway", TO_SET).with("outcome", "ended"), () -> {
            repository.end(actor().organisation());
            return "";
        });
        return "redirect:/oversight/texts";
    }
}
