package uk.frith.platform.understanding.prevalence;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads an address; whatever it can't be is refused with a sentence, never guessed. */
final class AddressRules {

    private static final int LONGEST_VALUE = 100;

    /** The years in which open street files can lie. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    private AddressRules() {}

    /** An address that can't be read; the message is a sentence for its reader. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads the parameters of an address; unknown ones are left alone.
     *
     * @throws Unreadable when a value can't be what its name says
     */
    static Asked read(Map<String, String> given) {
        given.forEach((name, value) -> {
            if (value.length() > LONGEST_VALUE) {
                throw new Unreadable("The address is damaged: \"" + name.substring(0, Math.min(20, name.length()))
                        + "\" is too long.");
            }
        });
        Optional<YearMonth> from = month(given, "from");
        Optional<YearMonth> to = month(given, "to");
        if (from.isPresent() && to.isPresent()) {
            if (to.get().isBefore(from.get())) {
                throw new Unreadable("The last month, " + Period.words(to.get()) + ", lies before the first, "
                        + Period.words(from.get()) + ".");
            }
            if (from.get().plusMonths(Period.LONGEST_MONTHS).compareTo(to.get()) <= 0) {
                throw new Unreadable(
                        "That is more than " + Period.LONGEST_MONTHS / 12 + " years. Choose fewer months.");
            }
        }
        return new Asked(
                value(given, "force").filter(AddressRules::slug).orElseThrow(() -> new Unreadable("Choose a force.")),
                value(given, "within").map(AddressRules::code),
                value(given, "category").orElse(Category.ASB.slug()),
                from,
                to,
                one(given, "by", Unit.LSOA, Unit.values()),
                one(given, "heat", HeatOn.COUNT, HeatOn.values()),
                one(given, "map", MapColours.CLASS, MapColours.values()),
                value(given, "limits").map(word -> word(word, "limits", FunnelDrawing.Limits.values())),
                sort(given),
                one(given, "columns", Asked.Columns.FEWER, Asked.Columns.values()),
                value(given, "v").map(AddressRules::version).orElse(OptionalLong.empty()),
                value(given, "p").map(AddressRules::placesVersion));
    }

    private static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static boolean slug(String value) {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Unreadable("A force is named by its slug, as in \"leicestershire\".");
        }
        return true;
    }

    private static String code(String value) {
        if (!value.matches("[A-Z][0-9]{8}")) {
            throw new Unreadable("An area is named by its code, a letter and eight digits.");
        }
        return value;
    }

    private static Optional<YearMonth> month(Map<String, String> given, String name) {
        return value(given, name).map(value -> {
            try {
                YearMonth month = YearMonth.parse(value);
                if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                    return month;
                }
            } catch (DateTimeException e) {
                throw new Unreadable("There is no month \"" + shown(value) + "\". A month is written 2021-03.");
            }
            throw new Unreadable("There are no open data for the year "
                    + YearMonth.parse(value).getYear() + ".");
        });
    }

    private static Asked.Sort sort(Map<String, String> given) {
        Asked.Sort.Key by = one(given, "sort", Asked.Sort.USUAL.by(), Asked.Sort.Key.values());
        String order = value(given, "order").orElse(by == Asked.Sort.Key.NAME ? "up" : "down");
        if (!List.of("up", "down").contains(order)) {
            throw new Unreadable("The order is up or down.");
        }
        return new Asked.Sort(by, order.equals("down"));
    }

    private static OptionalLong version(String value) {
        if (!value.matches("[0-9]{1,15}")) {
            throw new Unreadable("The version of the data in this link can't be read.");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    private static String placesVersion(String value) {
        if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Unreadable("The version of the places in this link can't be read.");
        }
        return value;
    }

    private static <E extends Enum<E>> E one(Map<String, String> given, String name, E usual, E[] all) {
        return value(given, name).map(value -> word(value, name, all)).orElse(usual);
    }

    private static <E extends Enum<E>> E word(String value, String name, E[] all) {
        return Stream.of(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new Unreadable("\"" + shown(value) + "\" isn't one of the choices for \"" + name
                        + "\": "
                        + Words.list(Stream.of(all)
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList())
                        + "."));
    }

    private static String shown(String value) {
        return value.length() > 20 ? value.substring(0, 20) + "…" : value;
    }
}
