package uk.frith.platform.reports.exchange;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.exchange.PartnerRepository.Partner;
import uk.frith.platform.reports.exchange.PartnerRepository.State;
import uk.frith.platform.reports.recording.AsbType;

/** The register of partners, and the keys of their systems. */
@Controller
@RequestMapping("/oversight/register")
class PartnersPages {

    private static final String TO_KEEP = "to keep the register of partners";
    private static final String TO_GIVE_KEYS = "to let a partner's system in";
    private static final String PAGE = "page";
    private static final String LIST = "reports/exchange/partners";
    private static final String ONE = "reports/exchange/partner";
    private static final int USUAL_DAYS = 180;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Desk desk;
    private final PartnerRepository partners;
    private final KeyRepository keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    PartnersPages(
            Desk desk, PartnerRepository partners, KeyRepository keys, InstantSource clock, RandomGenerator random) {
        this.desk = desk;
        this.partners = partners;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem registerLine() {
            return new OversightItem(
                    "Partner register",
                    "Which bodies work with you, what each takes, and the keys of their systems.",
                    "/oversight/register",
                    Permission.MANAGE_PARTNERS,
                    36);
        }
    }

    /** A line of the register. */
    record Line(String path, String name, String kind, String takes, String contact, String state) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /** What stands in the form. */
    record FormPart(
            String name,
            List<Choice> kinds,
            String contactName,
            String contactEmail,
            String contactPhone,
            List<Choice> takes,
            List<ErrorLink> errors) {
        @Override
        public String toString() {
            return "FormPart";
        }

        @Nullable
        String wrong(String field) {
            return ErrorLink.textAt(field, errors);
        }
    }

    /** The register and the form for a new entry. */
    record ListPage(List<Line> lines, FormPart form) {}

    /** A key in the list of keys. */
    record KeyLine(
            String path, String name, String beginning, String scopes, String expires, String used, String state) {}

    /** The form for a new key. */
    record KeyPart(String name, List<Choice> scopes, List<Choice> days) {}

    /** An entry of the register with its keys. */
    record PartnerPage(
            String path, String title, String word, boolean ended, FormPart form, List<KeyLine> keys, KeyPart key) {
        @Override
        public String toString() {
            return "PartnerPage";
        }
    }

    /** A new key, shown once. */
    record KeyPage(String key, String back) {
        @Override
        public String toString() {
            return "KeyPage";
        }
    }

    @GetMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_KEEP)
    String list(Model model) {
        return list(form(PartnerRules.Form.of("", "", "", "", "", List.of()), List.of()), model);
    }

    private String list(FormPart form, Model model) {
        List<Partner> all = desk.audited(
                () -> partners.all(actor().organisation()),
                found -> Entry.of(Act.CONSULTATION, "partner", TO_KEEP)
                        .about(found.stream()
                                .limit(Entry.MOST_IDS)
                                .map(each -> each.id().toString())
                                .toList())
                        .showing(List.of("name", "kind", "takes", "contact")));
        model.addAttribute(
                PAGE, new ListPage(all.stream().map(PartnersPages::line).toList(), form));
        return LIST;
    }

    @PostMapping
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_KEEP)
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String contactName,
            @RequestParam(defaultValue = "") String contactEmail,
            @RequestParam(defaultValue = "") String contactPhone,
            @RequestParam(defaultValue = "") List<String> takes,
            Model model) {
        PartnerRules.Form form = PartnerRules.Form.of(name, kind, contactName, contactEmail, contactPhone, takes);
        List<ErrorLink> faults = PartnerRules.faults(form);
        if (!faults.isEmpty()) {
            return list(form(form, faults), model);
        }
        Optional<UUID> added = desk.audited(
                () -> partners.add(actor().organisation(), form, PartnerRules.words(form.name()), clock.instant()),
                id -> Entry.of(Act.ADMINISTRATION, "partner", TO_KEEP)
                        .about(id.stream().map(UUID::toString).toList())
                        .with("outcome", id.isPresent() ? "added" : "there already"));
        return added.map(id -> "redirect:/oversight/register/" + id)
                .orElseGet(() -> list(
                        form(form, List.of(ErrorLink.at("name", "There is a partner of this name already"))), model));
    }

    /** What is read of an entry. */
    private record Found(Partner partner, List<KeyRepository.Key> keys) {}

    @GetMapping("/{id}")
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_KEEP)
    String one(@PathVariable UUID id, Model model) {
        Found found = found(id);
        return one(found, form(formOf(found.partner()), List.of()), keyPart(), model);
    }

    private Found found(UUID id) {
        return desk.audited(
                () -> new Found(
                        partners.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        keys.of(id)),
                found -> Entry.of(Act.CONSULTATION, "partner", TO_KEEP)
                        .about(List.of(id.toString()))
                        .showing(List.of("name", "kind", "takes", "contact", "keys")));
    }

    private String one(Found found, FormPart form, KeyPart key, Model model) {
        Partner partner = found.partner();
        String path = "/oversight/register/" + partner.id();
        model.addAttribute(
                PAGE,
                new PartnerPage(
                        path,
                        partner.name(),
                        partner.word(),
                        partner.state() == State.ENDED,
                        form,
                        found.keys().stream().map(each -> keyLine(path, each)).toList(),
                        key));
        return ONE;
    }

    @PostMapping("/{id}")
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_KEEP)
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String contactName,
            @RequestParam(defaultValue = "") String contactEmail,
            @RequestParam(defaultValue = "") String contactPhone,
            @RequestParam(defaultValue = "") List<String> takes,
            @RequestParam(defaultValue = "") String ended,
            Model model) {
        PartnerRules.Form form = PartnerRules.Form.of(name, kind, contactName, contactEmail, contactPhone, takes);
        List<ErrorLink> faults = PartnerRules.faults(form);
        if (faults.isEmpty()) {
            boolean changed = desk.audited(
                    () -> partners.change(
                            actor().organisation(), id, form, ended.isEmpty() ? State.ACTIVE : State.ENDED),
                    done -> Entry.of(Act.ADMINISTRATION, "partner", TO_KEEP)
                            .about(List.of(id.toString()))
                            .with("outcome", done ? "changed" : "not changed"));
            if (changed) {
                return "redirect:/oversight/register/" + id;
            }
            faults = List.of(ErrorLink.at("name", "There is a partner of this name already"));
        }
        Found found = found(id);
        return one(found, form(form, faults), keyPart(), model);
    }

    private static KeyPart keyPart() {
        return new KeyPart("", PartnerRules.scopes(Set.of(Scope.REPORT, Scope.FOLLOW)), PartnerRules.days(USUAL_DAYS));
    }

    @PostMapping("/{id}/keys")
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_GIVE_KEYS)
    String makeKey(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String keyName,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "0") String days,
            Model model) {
        Set<Scope> chosen = scopes.stream()
                .flatMap(scope -> Choice.sent(Scope.values(), scope).stream())
                .collect(Collectors.toUnmodifiableSet());
        int good = days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
        List<ErrorLink> faults = PartnerRules.faultsOfKey(keyName, chosen, good);
        if (!faults.isEmpty()) {
            Found found = found(id);
            return one(
                    found,
                    form(formOf(found.partner()), faults),
                    new KeyPart(keyName, PartnerRules.scopes(chosen), PartnerRules.days(good)),
                    model);
        }
        String key = Secrets.make(random);
        Actor actor = actor();
        desk.audited(
                () -> {
                    Partner partner =
                            partners.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    return keys.add(new KeyRepository.NewKey(
                            actor.organisation(),
                            partner.id(),
                            keyName.strip(),
                            Secrets.beginning(key),
                            Secrets.digest(key),
                            chosen,
                            clock.instant(),
                            actor.account(),
                            PartnerRules.expiry(clock.instant(), good)));
                },
                made -> Entry.of(Act.ADMINISTRATION, "key", TO_GIVE_KEYS)
                        .about(List.of(made.toString(), id.toString()))
                        .with("outcome", "made")
                        .with("days", Integer.toString(good)));
        model.addAttribute(PAGE, new KeyPage(key, "/oversight/register/" + id));
        return "reports/exchange/key";
    }

    @PostMapping("/{id}/keys/{key}/revoke")
    @Allows(value = Permission.MANAGE_PARTNERS, purpose = TO_GIVE_KEYS)
    String revoke(@PathVariable UUID id, @PathVariable String key) {
        UUID which;
        try {
            which = UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        desk.audited(
                () -> keys.revoke(which, id, clock.instant(), actor().account()),
                done -> Entry.of(Act.ADMINISTRATION, "key", TO_GIVE_KEYS)
                        .about(List.of(which.toString(), id.toString()))
                        .with("outcome", done ? "revoked" : "nothing to revoke"));
        return "redirect:/oversight/register/" + id;
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    private static PartnerRules.Form formOf(Partner partner) {
        return new PartnerRules.Form(
                partner.name(),
                Optional.of(partner.kind()),
                partner.contactName(),
                partner.contactEmail(),
                partner.contactPhone(),
                partner.takes());
    }

    private static FormPart form(PartnerRules.Form form, List<ErrorLink> errors) {
        return new FormPart(
                form.name(),
                PartnerRules.kinds(form.kind()),
                form.contactName(),
                form.contactEmail(),
                form.contactPhone(),
                PartnerRules.types(form.takes()),
                errors);
    }

    private static Line line(Partner partner) {
        return new Line(
                "/oversight/register/" + partner.id(),
                partner.name(),
                partner.kind().words(),
                partner.takes().stream().sorted().map(AsbType::words).collect(Collectors.joining(", ")),
                partner.contactName(),
                partner.state() == State.ENDED ? "Ended" : "Active");
    }

    private KeyLine keyLine(String path, KeyRepository.Key key) {
        String state = key.revoked().isPresent()
                ? "Revoked " + DAY.format(key.revoked().get())
                : key.expires().isAfter(clock.instant()) ? "Good" : "Expired";
        return new KeyLine(
                state.equals("Good") ? path + "/keys/" + key.id() + "/revoke" : "",
                key.name(),
                key.beginning(),
                key.scopes().stream().sorted().map(Scope::words).collect(Collectors.joining("; ")),
                DAY.format(key.expires()),
                key.lastUsed().map(DAY::format).orElse("Never"),
                state);
    }
}
