package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.reports.recording.CodeRepository.Allocation;
import uk.frith.platform.reports.recording.CodeRepository.Code;
import uk.frith.platform.reports.recording.CodeRepository.Scheme;
import uk.frith.platform.reports.recording.RecordForms.Wrong;

/** What an organisation settles about its incidents: which team has which area, and what others call each type. */
@Controller
class RulePages {

    private static final String TO_ALLOCATE = "to say whose an incident is";
    private static final String TO_MAP = "to say what others call each type";
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_LABEL = 200;

    private final Desk desk;
    private final RecordForms forms;
    private final CodeRepository codes;
    private final HandlingRepository handlings;
    private final Places places;

    RulePages(Desk desk, RecordForms forms, CodeRepository codes, HandlingRepository handlings, Places places) {
        this.desk = desk;
        this.forms = forms;
        this.codes = codes;
        this.handlings = handlings;
        this.places = places;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem allocationLine() {
            return new OversightItem(
                    "Whose an incident is",
                    "Which team has which area; what lies in none is shown as nobody's.",
                    "/oversight/allocation",
                    Permission.ALLOCATE_INCIDENTS,
                    32);
        }

        @Bean
        OversightItem codesLine() {
            return new OversightItem(
                    "Codes of force and council",
                    "What others call each type of antisocial behaviour.",
                    "/oversight/codes",
                    Permission.ALLOCATE_INCIDENTS,
                    34);
        }
    }

    /** Which team has which area, and the form for another. */
    record AllocationPage(List<Allocation> allocations, List<Choice> teams, String area, List<ErrorLink> errors) {}

    /** The codes that stand, and the form for another. */
    record CodesPage(
            List<Code> codes,
            List<Choice> schemes,
            List<Choice> types,
            String code,
            String label,
            List<ErrorLink> errors) {}

    @GetMapping("/oversight/allocation")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_ALLOCATE)
    String allocations(Model model) {
        showAllocations("", Optional.empty(), model);
        return "reports/recording/allocation";
    }

    private void showAllocations(String area, Optional<Wrong> wrong, Model model) {
        UUID organisation = forms.actor().organisation();
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "allocation", TO_ALLOCATE),
                        () -> new AllocationPage(
                                codes.allocations(organisation),
                                Stream.concat(
                                                Stream.of(Choice.of("", "Choose a team")),
                                                handlings.teams(organisation).stream()
                                                        .map(team -> Choice.of(
                                                                team.id().toString(), team.name())))
                                        .toList(),
                                area,
                                errors(wrong))));
    }

    @PostMapping("/oversight/allocation")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_ALLOCATE)
    String allocate(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String team,
            Model model,
            HttpServletResponse response) {
        UUID organisation = forms.actor().organisation();
        Optional<Wrong> wrong = changed("allocation", TO_ALLOCATE, () -> {
            String code = codeOf(area);
            if (!places.knows(code)) {
                return Optional.of(new Wrong("area", "Give the code of an area, or a postcode in it"));
            }
            Optional<UUID> chosen = handlings.teams(organisation).stream()
                    .map(HandlingRepository.Colleague::id)
                    .filter(id -> id.toString().equals(team))
                    .findFirst();
            chosen.ifPresent(id -> codes.allocate(organisation, code, id));
            return chosen.isPresent() ? Optional.empty() : Optional.of(new Wrong("team", "Choose a team"));
        });
        if (wrong.isEmpty()) {
            return "redirect:/oversight/allocation";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        showAllocations(area, wrong, model);
        return "reports/recording/allocation";
    }

    /** An area's code as it is typed, or the small area of a postcode. */
    private String codeOf(String typed) {
        String code = RecordRules.clean(typed).toUpperCase(Locale.ROOT);
        return places.ofPostcode(typed).map(area -> area.code()).orElse(code);
    }

    @PostMapping("/oversight/allocation/{allocation}/end")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_ALLOCATE)
    String endAllocation(@PathVariable UUID allocation) {
        changed("allocation", TO_ALLOCATE, () -> {
            codes.takeAway(forms.actor().organisation(), allocation);
            return Optional.empty();
        });
        return "redirect:/oversight/allocation";
    }

    @GetMapping("/oversight/codes")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_MAP)
    String codes(Model model) {
        showCodes("", "", Optional.empty(), model);
        return "reports/recording/codes";
    }

    private void showCodes(String code, String label, Optional<Wrong> wrong, Model model) {
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "local codes", TO_MAP),
                        () -> new CodesPage(
                                codes.codes(forms.actor().organisation()),
                                Choice.of(Scheme.values(), Scheme::words),
                                Choice.of(AsbType.values(), AsbType::words),
                                code,
                                label,
                                errors(wrong))));
    }

    @PostMapping("/oversight/codes")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_MAP)
    String addCode(
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String label,
            Model model,
            HttpServletResponse response) {
        Optional<Wrong> wrong = changed("local code", TO_MAP, () -> {
            Optional<Scheme> whose = Choice.sent(Scheme.values(), scheme);
            Optional<AsbType> what = Choice.sent(AsbType.values(), type);
            String written = RecordRules.clean(code);
            String meaning = RecordRules.clean(label);
            if (whose.isEmpty() || what.isEmpty()) {
                return Optional.of(new Wrong(whose.isEmpty() ? "scheme" : "type", "Choose one of the list"));
            }
            if (written.isEmpty() || written.length() > LONGEST_CODE) {
                return Optional.of(new Wrong("code", "A code has 1 to " + LONGEST_CODE + " characters"));
            }
            if (meaning.isEmpty() || meaning.length() > LONGEST_LABEL) {
                return Optional.of(new Wrong("label", "Say what it means in 1 to " + LONGEST_LABEL + " characters"));
            }
            Code added = new Code(new UUID(0, 0), whose.get(), what.get(), written, meaning);
            return codes.addCode(forms.actor().organisation(), added)
                    ? Optional.empty()
                    : Optional.of(new Wrong("code", "This code stands already"));
        });
        if (wrong.isEmpty()) {
            return "redirect:/oversight/codes";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        showCodes(code, label, wrong, model);
        return "reports/recording/codes";
    }

    @PostMapping("/oversight/codes/{code}/end")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_MAP)
    String endCode(@PathVariable UUID code) {
        changed("local code", TO_MAP, () -> {
            codes.removeCode(forms.actor().organisation(), code);
            return Optional.empty();
        });
        return "redirect:/oversight/codes";
    }

    private Optional<Wrong> changed(String subject, String purpose, Supplier<Optional<Wrong>> work) {
        return desk.audited(Entry.of(Act.ADMINISTRATION, subject, purpose), work);
    }

    private static List<ErrorLink> errors(Optional<Wrong> wrong) {
        return wrong.map(each -> List.of(ErrorLink.at(each.field(), each.sentence())))
                .orElse(List.of());
    }
}
