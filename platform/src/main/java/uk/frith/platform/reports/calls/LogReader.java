package uk.frith.platform.reports.calls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.platform.foundation.places.Postcodes;

/**
 * Reads a log that was copied from another system of command and control. Lines that name a caller, a number, a place, a
 * moment, a reference or others who are affected fill those fields; operators are gathered; whatever isn't understood stays in
 * the account, word for word.
 */
final class LogReader {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}";
    private static final String HOUR =
            "(?:(?:[01]?\\d|2[0-3])[:.][0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?\\s?(?:hrs?|h|Z)?|(?:[01]\\d|2[0-3])[0-5]\\d\\s?(?:hrs?|h))";

    /** The moment of an entry, with its day or without, in brackets or without. */
    private static final Pattern STAMP = Pattern.compile("^[\\[(<]?(?:(?<day>" + DAY
            + ")(?:[T,|]?\\s*|\\s+at\\s+))?(?<hour>" + HOUR + ")[\\])>]?(?=[\\s|;,>\\[(-])\\s*[|;,>-]?\\s*");

    /** Whoever made the entry: a collar number or the name of a desk, in brackets, between bars or before a dash. */
    private static final Pattern OPERATOR = Pattern.compile(
            "^(?:OP(?:ERATOR)?|USER|USR|DISP|DISPATCHER)?[ :#]*[\\[(<]?(?<who>[A-Z]{0,4}\\d{3,7}[A-Z]?|[A-Z]{2,8}\\d{1,3}|[A-Z]{1,3}/\\d{2,6})[\\])>]?(?:\\s*[|;,>-]\\s*|\\s+|:\\s*)(?=\\S)");

    /** A label and its value: {@code CALLER TEL......: 0113 …}, {@code LOC|12 Long Row}, {@code INF, Ada Example}. */
    private static final Pattern LABELLED =
            Pattern.compile("^\\s*(?<label>[A-Za-z][A-Za-z /'&()-]{1,30}?)\\s*\\.*\\s*[:=|,\\t>]\\s*(?<value>.*)$");

    /** Short labels in capitals, which need nothing behind them. */
    private static final Pattern BARE =
            Pattern.compile("^\\s*(?<label>LOC|TEL|INF|CLI|INC LOC|CALLER|ADDR)\\s+(?<value>\\S.*)$");

    /** Where a second label stands in the same line. */
    private static final Pattern SECOND = Pattern.compile(
            "(?<=\\S)[\\s;,|]+(?=(?:LOC|LOCATION|TEL|PHONE|MOB|INF|INFORMANT|CALLER|CLI|ADDR|ADDRESS|POSTCODE|DETAILS|REMARKS|TEXT|REF)\\s*[:=])");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,}[0-9]");
    private static final Pattern RULE_OFF = Pattern.compile("^[\\s*=_#~.|+-]*$");
    private static final Pattern SAYS = Pattern.compile(
            "(?i)\\b(states?|stating|says?|saying|said|reports?|reporting|advis(?:es|ing)|is|are|has|have|was|were|rang|called)\\b");
    private static final int MOST_WORDS_OF_A_NAME = 5;

    private enum Field {
        NAME(
                "caller|informant|inf|reporter|complainant|name|caller'?s? name|reported by|informant name|inf name|aggrieved"),
        PHONE(
                "(?:caller'?s? |inf |informant |contact )?(?:tel|telephone|phone|mobile|mob|number|cli|contact)(?: no| number)?"),
        PLACE(
                "location|loc|address|addr|place|where|incident location|inc loc|venue|premises|loc of incident|inc address"),
        POSTCODE("postcode|post code|pcode|pc"),
        MOMENT("date|time|date/time|created|received|call time|date time|opened|reported|start"),
        REFERENCE(
                "ref|reference|log|log no|cad|cad no|cad ref|incident|incident no|inc no|urn|log number|incident number"),
        OPERATOR("operator|op|user|taken by|call taker|dispatcher|created by|handler"),
        AFFECTED("also affected|others affected|other victims?|witness(?:es)?"),
        TEXT(
                "details|text|narrative|account|description|remarks?|rmk|comments?|cmt|free text|summary|update|upd|notes?|info|circumstances");

        private final Pattern labels;

        Field(String labels) {
            this.labels = Pattern.compile(labels);
        }

        static Optional<Field> of(String label) {
            String word = label.toLowerCase(Locale.UK).strip();
            return Stream.of(values())
                    .filter(field -> field.labels.matcher(word).matches())
                    .findFirst();
        }
    }

    private final Typed typed;
    private final List<String> told = new ArrayList<>();
    private final Set<String> operators = new LinkedHashSet<>();
    private final List<String> affected = new ArrayList<>();
    private String name;
    private String phone;
    private String place;
    private String reported;
    private String reference = "";
    private String day = "";

    private LogReader(Typed typed) {
        this.typed = typed;
        this.name = typed.name();
        this.phone = typed.phone();
        this.place = typed.location();
        this.reported = typed.reported();
    }

    /** What stands on the screen once the log is taken over; what was typed before stays. */
    static Typed read(Typed typed, String log) {
        LogReader reader = new LogReader(typed);
        log.lines().forEach(reader::line);
        return reader.result();
    }

    private void line(String line) {
        if (RULE_OFF.matcher(line).matches()) {
            return;
        }
        String rest = line.strip();
        String stamp = "";
        Matcher moment = STAMP.matcher(rest + " ");
        if (moment.find()) {
            stamp = stamp(
                    Optional.ofNullable(moment.group("day")).orElse(""),
                    moment.group("hour").strip());
            rest = rest.substring(Math.min(moment.end(), rest.length())).strip();
            Matcher operator = OPERATOR.matcher(rest);
            if (operator.find()) {
                operators.add(operator.group("who"));
                rest = rest.substring(operator.end()).strip();
            }
        }
        for (String part : SECOND.split(rest, -1)) {
            part(stamp, part.strip());
            stamp = "";
        }
    }

    /** The hour of an entry, and its day where that is another than the entry's before and stands nowhere else. */
    private String stamp(String newDay, String hour) {
        String before = day;
        String heard = reported;
        moment(newDay, hour);
        boolean stands = newDay.isEmpty() || newDay.equals(before) || !reported.equals(heard);
        return stands ? hour : newDay + " " + hour;
    }

    private void part(String stamp, String words) {
        Matcher labelled = LABELLED.matcher(words);
        if (!labelled.matches()) {
            labelled = BARE.matcher(words);
        }
        boolean taken = labelled.matches()
                && Field.of(labelled.group("label")).isPresent()
                && take(
                        Field.of(labelled.group("label")).get(),
                        labelled.group("value").strip(),
                        stamp);
        if (!taken) {
            tell(stamp, words);
        }
    }

    private void tell(String stamp, String words) {
        String line = (stamp + " " + words).strip();
        if (!line.isEmpty()) {
            told.add(line);
        }
    }

    /** False when the value doesn't look like what the label promises, or the field holds something else. */
    private boolean take(Field field, String value, String stamp) {
        return switch (field) {
            case NAME -> takeName(value);
            case PHONE -> takePhone(value);
            case PLACE -> takePlace(value);
            case POSTCODE -> takePostcode(value);
            case MOMENT -> takeMoment(value);
            case REFERENCE -> takeReference(value);
            case OPERATOR -> value.isEmpty() || operators.add(value) || operators.contains(value);
            case AFFECTED -> value.isEmpty() || affected.add(value);
            case TEXT -> {
                tell(stamp, value);
                yield true;
            }
        };
    }

    private boolean takeName(String value) {
        boolean isName = value.isEmpty()
                || (value.split("\\s+", -1).length <= MOST_WORDS_OF_A_NAME
                        && !SAYS.matcher(value).find()
                        && value.matches("[\\p{L}'’., -]+"));
        if (!isName || (!name.isBlank() && !value.isEmpty() && !name.equalsIgnoreCase(value))) {
            return false;
        }
        name = name.isBlank() ? value : name;
        return true;
    }

    private boolean takePhone(String value) {
        Matcher number = PHONE.matcher(value);
        if (!number.find()) {
            return value.isEmpty();
        }
        if (!phone.isBlank()) {
            return digits(phone).equals(digits(value));
        }
        phone = number.group();
        String beside = value.replace(phone, "").replaceAll("^[\\s,;()-]+|[\\s,;()-]+$", "");
        tell("", beside);
        return true;
    }

    private static String digits(String phone) {
        return CallRules.tidyPhone(phone).replaceAll("[^0-9]", "");
    }

    private boolean takePlace(String value) {
        if (value.isEmpty() || place.equalsIgnoreCase(value)) {
            return true;
        }
        if (!place.isBlank()) {
            return false;
        }
        place = value;
        return true;
    }

    private boolean takePostcode(String value) {
        if (Postcodes.in(value).isEmpty()) {
            return value.isEmpty();
        }
        if (Postcodes.in(place).isEmpty()) {
            place = place.isBlank() ? value : place + ", " + value;
            return true;
        }
        return place.contains(value);
    }

    private boolean takeMoment(String value) {
        Matcher moment = Pattern.compile("^(?<day>" + DAY + ")?[T,]?\\s*(?<hour>" + HOUR + ")?$")
                .matcher(value);
        if (!moment.matches()) {
            return false;
        }
        moment(
                Optional.ofNullable(moment.group("day")).orElse(""),
                Optional.ofNullable(moment.group("hour")).orElse(""));
        return true;
    }

    /** The first moment of the log is when somebody first heard of it. */
    private void moment(String newDay, String hour) {
        day = newDay.isEmpty() ? day : newDay;
        if (reported.isBlank() && !day.isEmpty() && !hour.isEmpty()) {
            reported = CallRules.moment(day, hour).orElse("");
        }
    }

    private boolean takeReference(String value) {
        if (value.isEmpty()
                || value.split("\\s+", -1).length > 4
                || value.chars().noneMatch(Character::isDigit)) {
            return value.isEmpty();
        }
        if (!reference.isEmpty()) {
            return reference.equals(value);
        }
        reference = value;
        return true;
    }

    private Typed result() {
        List<String> origin = new ArrayList<>();
        if (!reference.isEmpty()) {
            origin.add("reference " + reference);
        }
        if (!operators.isEmpty()) {
            origin.add("taken by " + String.join(", ", operators));
        }
        if (!origin.isEmpty()) {
            told.add("Log of another system: " + String.join("; ", origin) + ".");
        }
        return new Typed(
                phone,
                name,
                typed.part(),
                place,
                joined(typed.account(), told),
                joined(typed.affected(), affected),
                typed.evidenceKind(),
                typed.evidence(),
                typed.heldBy(),
                typed.wishes(),
                typed.category(),
                typed.grade(),
                typed.follows(),
                typed.asked(),
                reported,
                typed.answers());
    }

    private static String joined(String before, List<String> more) {
        return Stream.concat(Stream.of(before.strip()), more.stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
