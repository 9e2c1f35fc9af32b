package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.identity.DemonstrationPart.Told;

/**
 * Reads what the pretend town's people told, and moves its last weeks to the last weeks before now, by whole days, so that
 * a night stays a night. Some of what was told before is moved into the last hours, so that there is always something new.
 */
final class ToldAccounts {

    /** Long enough for everything that a month's figures look back on. */
    private static final Duration SHOWN = Duration.ofDays(35);

    private static final int IN_THE_LAST_HOURS = 14;
    private static final Duration NEWEST = Duration.ofMinutes(6);
    private static final Duration APART = Duration.ofMinutes(19);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final List<String> FIRST_NAMES = List.of(
            "Ash", "Bryony", "Cal", "Delia", "Edwin", "Farah", "Glenn", "Hana", "Idris", "Joyce", "Kamal", "Lorna",
            "Mervyn", "Nadia", "Owen", "Petra", "Rafiq", "Sunita", "Tomasz", "Una", "Viola", "Wendell", "Yasmin",
            "Zac");

    /** One fewer than first names, so that going through both lists together makes each pair once. */
    private static final List<String> LAST_NAMES = List.of(
            "Alderbank",
            "Brackenfold",
            "Coldharbour",
            "Dunnock",
            "Eskdene",
            "Fenwright",
            "Garthmoor",
            "Hollinbeck",
            "Inglebow",
            "Jarrowby",
            "Kestrelow",
            "Larkfell",
            "Mossgill",
            "Netherway",
            "Oxlade",
            "Plovergate",
            "Quarrell",
            "Rushbeam",
            "Sallowfield",
            "Thornlea",
            "Underhay",
            "Wheatcroft",
            "Yarrowdale");

    private ToldAccounts() {}

    private record Line(String id, Instant at, String channel, String area, String place, String text, String before) {
        String key() {
            return at + text;
        }
    }

    /** What was told in the last weeks before a moment, the earliest first; nothing where the town tells nothing. */
    static List<Told> read(Path file, Instant now) {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Line> lines = lines(file);
        // Only those who tell it again go on after the town's last day.
        Instant last = lines.stream()
                .filter(line -> line.before().isEmpty())
                .map(Line::at)
                .max(Comparator.naturalOrder())
                .orElse(now);
        Duration days = Duration.ofDays(
                ChronoUnit.DAYS.between(LocalDate.ofInstant(last, LONDON), LocalDate.ofInstant(now, LONDON)));
        Set<String> followed = lines.stream().map(Line::before).collect(Collectors.toSet());
        List<Line> recent = lines.stream()
                .filter(line -> line.at().isAfter(last.minus(SHOWN)))
                .toList();
        List<Line> alone = lines.stream()
                .filter(line ->
                        !line.at().isAfter(last.minus(SHOWN)) && !line.channel().equals("online"))
                .filter(line -> line.before().isEmpty() && !followed.contains(line.key()))
                .toList();
        List<Line> moved = new ArrayList<>(recent);
        Map<String, Instant> told = new HashMap<>();
        recent.forEach(line -> told.put(line.id(), line.at().plus(days)));
        for (int i = 0; i < Math.min(IN_THE_LAST_HOURS, alone.size()); i++) {
            Line line = alone.get(alone.size() - 1 - i);
            moved.add(line);
            told.put(line.id(), now.minus(NEWEST).minus(APART.multipliedBy(i)));
        }
        return named(
                moved.stream()
                        .filter(line -> told.getOrDefault(line.id(), now).isBefore(now.minus(NEWEST.dividedBy(2))))
                        .toList(),
                told);
    }

    /** Whoever tells it again has the name and number of the first time. */
    private static List<Told> named(List<Line> lines, Map<String, Instant> told) {
        Map<String, Line> byKey = lines.stream().collect(Collectors.toMap(Line::key, line -> line, (one, two) -> one));
        Map<String, Integer> callers = new HashMap<>();
        List<Told> named = new ArrayList<>();
        for (Line line : lines) {
            Optional<Line> before = Optional.ofNullable(byKey.get(line.before()));
            int caller = before.map(Line::id).map(callers::get).orElse(callers.size());
            callers.put(line.id(), caller);
            named.add(new Told(
                    line.id(),
                    before.map(Line::id),
                    line.channel(),
                    told.getOrDefault(line.id(), line.at()),
                    line.area(),
                    line.place(),
                    line.text(),
                    FIRST_NAMES.get(caller % FIRST_NAMES.size()) + " " + LAST_NAMES.get(caller % LAST_NAMES.size()),
                    // Numbers that are set aside for dramas.
                    String.format(java.util.Locale.ROOT, "01632 960 %03d", caller % 1_000)));
        }
        named.sort(Comparator.comparing(Told::at).thenComparing(Told::id));
        return List.copyOf(named);
    }

    private static List<Line> lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(JsonMapper.shared()::readTree)
                    .map(ToldAccounts::line)
                    .sorted(Comparator.comparing(Line::at).thenComparing(Line::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(JsonNode node) {
        JsonNode history = node.path("history");
        JsonNode before = history.path(history.size() - 1);
        return new Line(
                node.path("id").asString(),
                Instant.parse(node.path("at").asString()),
                node.path("channel").asString(),
                node.path("lsoa_code").asString(),
                node.path("location").asString(),
                node.path("text").asString(),
                history.isEmpty()
                        ? ""
                        : Instant.parse(before.path("at").asString())
                                + before.path("text").asString());
    }
}
