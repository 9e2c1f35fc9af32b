package uk.frith.platform.reports.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Column;
import uk.frith.platform.reports.recording.ListRepository.Filter;
import uk.frith.platform.reports.recording.ListRepository.Flag;
import uk.frith.platform.reports.recording.ListRepository.Order;

/** What an address asks of a list; whatever isn't known in it counts as not asked. */
record ListQuery(
        String category,
        String type,
        String area,
        String from,
        String to,
        String state,
        String owner,
        String flag,
        String grade,
        String order) {

    private static final YearMonth EARLIEST = YearMonth.of(1990, 1);
    private static final YearMonth LATEST = YearMonth.of(2099, 12);
    private static final String LATEST_FIRST = "-occurred";
    private static final int LONGEST_WORD = 100;

    /** How far an incident is. */
    private enum State {
        OPEN("Open"),
        CLOSED("Closed"),
        TAKEN("Only in an extract");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    /** Whose an incident is, as its reader sees it. */
    private enum Whose {
        ME("Mine"),
        TEAM("My team's"),
        AREA("In my team's area"),
        NOBODY("Nobody's");

        private final String words;

        Whose(String words) {
            this.words = words;
        }
    }

    static ListQuery of(Map<String, String> asked) {
        return new ListQuery(
                word(asked, "category"),
                word(asked, "type"),
                word(asked, "area").toUpperCase(Locale.ROOT),
                word(asked, "from"),
                word(asked, "to"),
                word(asked, "state"),
                word(asked, "owner"),
                word(asked, "flag"),
                word(asked, "grade"),
                word(asked, "order"));
    }

    private static String word(Map<String, String> asked, String name) {
        String word = RecordRules.clean(asked.getOrDefault(name, ""));
        return word.length() > LONGEST_WORD ? "" : word;
    }

    Filter filter() {
        String column = order.startsWith("-") ? order.substring(1) : order;
        Optional<Order> known = Choice.sent(Order.values(), column.toUpperCase(Locale.ROOT));
        return new Filter(
                one(AsbCategory.values(), category),
                one(AsbType.values(), type),
                area,
                month(from, EARLIEST).orElse(EARLIEST),
                month(to, LATEST).orElse(LATEST),
                one(State.values(), state),
                one(Whose.values(), owner),
                Choice.sent(Flag.values(), flag),
                one(Grade.values(), grade),
                known.orElse(Order.OCCURRED),
                known.isPresent() && !order.startsWith("-"));
    }

    /** What is wrong with what was typed; null when nothing is. */
    @Nullable
    String wrong() {
        boolean understood =
                month(from, EARLIEST).isPresent() && month(to, LATEST).isPresent();
        return understood ? null : "A month looks like 2026-03";
    }

    private static Optional<YearMonth> month(String text, YearMonth without) {
        try {
            Optional<YearMonth> month = Optional.of(text.isBlank() ? without : YearMonth.parse(text));
            return month.filter(each -> !each.isBefore(EARLIEST) && !each.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> String one(E[] known, String word) {
        return Choice.sent(known, word).map(Enum::name).orElse("");
    }

    /** What of it stands in an address; with a sign at the end, for what follows. */
    String address() {
        return narrowed() + part("order", order);
    }

    private String narrowed() {
        return part("category", category)
                + part("type", type)
                + part("area", area)
                + part("from", from)
                + part("to", to)
                + part("state", state)
                + part("owner", owner)
                + part("flag", flag)
                + part("grade", grade);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    /** The heads of the table; each sorts by it, and once more the other way round. */
    List<Column> columns() {
        return List.of(
                head("Reference", "reference"),
                head("Grade", "grade"),
                head("Occurred", "occurred"),
                head("Place", "place"),
                head("Category", "category"),
                Column.of("Type"),
                Column.of("State"),
                Column.of("Owner"));
    }

    private Column head(String words, String column) {
        String now = order.isEmpty() ? LATEST_FIRST : order;
        Column.Sort sort = now.equals(column)
                ? Column.Sort.ASCENDING
                : now.equals("-" + column) ? Column.Sort.DESCENDING : Column.Sort.NONE;
        String next = sort == Column.Sort.ASCENDING ? "-" + column : column;
        return Column.of(words).sortedBy("/incidents?" + narrowed() + "order=" + next, sort);
    }

    ListPage.Choices choices(boolean inTeam) {
        return new ListPage.Choices(
                choices("Any category", category, AsbCategory.values(), AsbCategory::words),
                choices("Any type", type, AsbType.values(), AsbType::words),
                choices("Anything", flag, Flag.values(), Flag::words),
                choices("Any grade", grade, Grade.values(), Grade::words),
                choices("Any state", state, State.values(), each -> each.words),
                choices("Anybody's", owner, Whose.values(), each -> each.words).stream()
                        .filter(each -> inTeam || !List.of("TEAM", "AREA").contains(String.valueOf(each.value())))
                        .toList());
    }

    private static <E extends Enum<E>> List<Choice> choices(
            String any, String chosen, E[] known, Function<E, String> words) {
        return Stream.concat(
                        Stream.of(Choice.of("", any)),
                        Stream.of(known)
                                .map(value -> Choice.of(value.name(), words.apply(value))
                                        .withSelected(value.name().equals(chosen))))
                .toList();
    }
}
