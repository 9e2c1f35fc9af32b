package uk.frith.platform.reports.victims;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.victims.VictimRepository.Service;
import uk.frith.platform.reports.victims.VictimRules.Wrong;

/** Which services help victims, and which homes may have been taken over. */
@Controller
class ServicePages {

    static final String TO_SETTLE = "to say who helps victims";
    private static final String TO_WATCH = "to see homes that may have been taken over";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 300;

    /** More than any force has at once; who has more looks at the suspected ones first. */
    private static final int MOST_HOMES = 500;

    private final Desk desk;
    private final VictimRepository repository;

    ServicePages(Desk desk, VictimRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem servicesLine() {
            return new OversightItem(
                    "Who helps victims",
                    "Services for victims, with and without a crime.",
                    "/oversight/services",
                    Permission.ALLOCATE_INCIDENTS,
                    36);
        }

        @Bean
        OversightItem takenOverLine() {
            return new OversightItem(
                    "Homes taken over",
                    "People whose home criminals may have taken over.",
                    "/oversight/taken-over",
                    Permission.ALLOCATE_INCIDENTS,
                    38);
        }
    }

    @GetMapping("/oversight/services")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_SETTLE)
    String services(Model model) {
        show("", "", Optional.empty(), model);
        return "reports/victims/services";
    }

    private void show(String name, String contact, Optional<Wrong> wrong, Model model) {
        model.addAttribute(
                "page",
                desk.audited(
                        Entry.of(Act.CONSULTATION, "services", TO_SETTLE),
                        () -> new VictimPage.ServicesPage(
                                repository.services(organisation()),
                                name,
                                contact,
                                wrong.map(each -> List.of(ErrorLink.at(each.field(), each.sentence())))
                                        .orElse(List.of()))));
    }

    @PostMapping("/oversight/services")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_SETTLE)
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String crimeOnly,
            Model model,
            HttpServletResponse response) {
        Optional<Wrong> wrong = desk.audited(Entry.of(Act.ADMINISTRATION, "service", TO_SETTLE), () -> {
            String called = Incidents.cleaned(name);
            String reached = Incidents.cleaned(contact);
            if (called.isEmpty() || called.length() > LONGEST_NAME) {
                return Optional.of(new Wrong("name", "A name has 1 to " + LONGEST_NAME + " characters"));
            }
            if (reached.isEmpty() || reached.length() > LONGEST_CONTACT) {
                return Optional.of(
                        new Wrong("contact", "Say how to reach it in 1 to " + LONGEST_CONTACT + " characters"));
            }
            boolean added = repository.addService(
                    organisation(), new Service(new UUID(0, 0), called, reached, !crimeOnly.isEmpty()));
            return added ? Optional.empty() : Optional.of(new Wrong("name", "This service stands already"));
        });
        if (wrong.isEmpty()) {
            return "redirect:/oversight/services";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        show(name, contact, wrong, model);
        return "reports/victims/services";
    }

    @PostMapping("/oversight/services/{service}/end")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_SETTLE)
    String end(@PathVariable UUID service) {
        desk.audited(
                Entry.of(Act.ADMINISTRATION, "service", TO_SETTLE),
                () -> repository.removeService(organisation(), service));
        return "redirect:/oversight/services";
    }

    @GetMapping("/oversight/taken-over")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_WATCH)
    String takenOver(Model model) {
        List<VictimRepository.TakenOver> found = desk.audited(
                () -> repository.takenOver(organisation(), MOST_HOMES),
                shown -> Entry.of(Act.CONSULTATION, "victims", TO_WATCH)
                        .about(shown.stream()
                                .map(each -> each.person().toString())
                                .toList())
                        .showing(List.of("name", "address", "cuckooing")));
        model.addAttribute(
                "page",
                new VictimPage.TakenOverPage(found.stream()
                        .map(each -> new VictimPage.Home(
                                each.name().isEmpty() ? "Name not known" : each.name(),
                                each.address().isEmpty() ? each.place() : each.address(),
                                each.state().words(),
                                VictimPage.pathOf(each.person()),
                                "/incidents/" + each.incident(),
                                each.reference()))
                        .toList()));
        return "reports/victims/taken-over";
    }

    private UUID organisation() {
        return desk.actor()
                .orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."))
                .organisation();
    }
}
