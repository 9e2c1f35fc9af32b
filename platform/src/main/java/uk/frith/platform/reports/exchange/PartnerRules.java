package uk.frith.platform.reports.exchange;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.AsbType;

/** What an entry in the register and a key must be. */
final class PartnerRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY_NAME = 100;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_WORD = 30;

    /** More partners whose names begin alike than any force has. */
    private static final int MOST_ALIKE = 20;

    /** For how long a key may be good, in days; after that somebody must look whether it is still needed. */
    static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private PartnerRules() {}

    /** What stands in the form. */
    record Form(
            String name,
            Optional<PartnerKind> kind,
            String contactName,
            String contactEmail,
            String contactPhone,
            Set<AsbType> takes) {
        Form {
            takes = Set.copyOf(takes);
        }

        static Form of(String name, String kind, String contactName, String email, String phone, List<String> takes) {
            return new Form(
                    name.strip(),
                    Choice.sent(PartnerKind.values(), kind),
                    contactName.strip(),
                    email.strip(),
                    phone.strip(),
                    takes.stream()
                            .flatMap(type -> Choice.sent(AsbType.values(), type).stream())
                            .collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    static List<ErrorLink> faults(Form form) {
        List<ErrorLink> faults = new ArrayList<>();
        if (form.name().isEmpty()
                || form.name().length() > LONGEST_NAME
                || word(form.name()).isEmpty()) {
            faults.add(ErrorLink.at("name", "Enter the partner's name, of at most 200 characters"));
        }
        if (form.kind().isEmpty()) {
            faults.add(ErrorLink.at("kind", "Choose what kind of body it is"));
        }
        if (form.contactName().length() > LONGEST_NAME) {
            faults.add(ErrorLink.at("contactName", "Enter a shorter name"));
        }
        if (!form.contactEmail().isEmpty()
                && (form.contactEmail().length() > LONGEST_EMAIL
                        || !form.contactEmail().matches("[^@\\s]+@[^@\\s]+"))) {
            faults.add(ErrorLink.at("contactEmail", "Enter an e-mail address, like name@example.gov.uk"));
        }
        if (form.contactPhone().length() > LONGEST_PHONE) {
            faults.add(ErrorLink.at("contactPhone", "Enter a shorter number"));
        }
        return faults;
    }

    /** A word for a partner, from its name: small letters, figures and hyphens. */
    static String word(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_WORD)).replaceAll("-+$", "");
    }

    /** Words for a partner, the best first: where another has it, with a figure behind it. */
    static List<String> words(String name) {
        String word = word(name);
        List<String> words = new ArrayList<>(List.of(word));
        for (int n = 2; n <= MOST_ALIKE; n++) {
            String figure = "-" + n;
            words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD - figure.length())) + figure);
        }
        return words;
    }

    /** What is wrong with what was asked of a new key. */
    static List<ErrorLink> faultsOfKey(String name, Set<Scope> scopes, int days) {
        List<ErrorLink> faults = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_KEY_NAME) {
            faults.add(ErrorLink.at("keyName", "Say what system the key is for, in at most 100 characters"));
        }
        if (scopes.isEmpty()) {
            faults.add(ErrorLink.at("scopes", "Choose at least one thing that the key may do"));
        }
        if (!DAYS.contains(days)) {
            faults.add(ErrorLink.at("days", "Choose for how long the key is good"));
        }
        return faults;
    }

    static Instant expiry(Instant now, int days) {
        return now.plus(Duration.ofDays(days));
    }

    static List<Choice> kinds(Optional<PartnerKind> chosen) {
        return Stream.of(PartnerKind.values())
                .map(kind -> Choice.of(kind.name(), kind.words())
                        .withSelected(chosen.filter(kind::equals).isPresent()))
                .toList();
    }

    static List<Choice> types(Set<AsbType> chosen) {
        return Stream.of(AsbType.values())
                .map(type -> Choice.of(type.name(), type.words()).withSelected(chosen.contains(type)))
                .toList();
    }

    static List<Choice> scopes(Set<Scope> chosen) {
        return Stream.of(Scope.values())
                .map(scope -> Choice.of(scope.name(), scope.words()).withSelected(chosen.contains(scope)))
                .toList();
    }

    static List<Choice> days(int chosen) {
        return DAYS.stream()
                .map(days -> Choice.of(Integer.toString(days), days + " days").withSelected(days == chosen))
                .toList();
    }
}
