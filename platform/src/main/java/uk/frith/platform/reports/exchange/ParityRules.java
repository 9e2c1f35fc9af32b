package uk.frith.platform.reports.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.patterns.Proportions;

/**
 * How often reports by each way are graded as urgent (at once or with priority), compared like with like.
 *
 * <p><b>What it computes.</b> For each way the share p of urgent grades with Wilson's interval; and the share as it would
 * be if every way had the same mix of categories: P = Σ w<sub>c</sub>·p<sub>c</sub>, where w<sub>c</sub> is the share of
 * category c among all reports. The interval of P is put together from Wilson's limits l<sub>c</sub> and u<sub>c</sub> of
 * each category: from P − √Σ w<sub>c</sub>²(p<sub>c</sub> − l<sub>c</sub>)² to P + √Σ w<sub>c</sub>²(u<sub>c</sub> −
 * p<sub>c</sub>)².
 *
 * <p><b>Units and ranges.</b> Shares from 0 to 1; at 95 per cent.
 *
 * <p><b>Edge cases.</b> A way with fewer than {@value #FEWEST} reports has no share: too few to say. Categories of which
 * a way has none are left out of its mix, and how much of the whole mix is left is told.
 *
 * <p><b>Accuracy.</b> Wilson to rounding; the combined interval holds the truth about 95 times of 100, a little more often
 * where a category has few reports.
 *
 * <p><b>Cost.</b> One pass over ways and categories.
 *
 * <p><b>Source.</b> G. Zou, W. Huang, X. Zhang, Computational Statistics and Data Analysis 53 (2009) 1080–1085.
 *
 * <p><b>Not for.</b> Blame: where 40 of 100 calls are urgent (31 % to 50 %) and 10 of 100 forms (6 % to 17 %), people in
 * danger may simply ring. That the same words get the same grade is shown apart.
 */
final class ParityRules {

    /** With fewer an interval is so wide that it says nothing. */
    static final int FEWEST = 30;

    private static final double CONFIDENCE = 0.95;

    private ParityRules() {}

    /** By which way a report came, as people say it. */
    enum Reached {
        CALL("Call"),
        CHAT("Chat"),
        FORM("Online form"),
        QR("Code at a place"),
        TEXT("Text message"),
        OFFICER("Officer"),
        PARTNER("Partner's system"),
        EXTRACT("Extract of another system");

        private final String words;

        Reached(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** From the channel of an incident and the word of its source. */
        static Reached of(String channel, String source) {
            if (source.equals("extract")) {
                return EXTRACT;
            }
            return switch (channel) {
                case "CALL" -> CALL;
                case "ONLINE" ->
                    source.contains("chat") ? CHAT : source.contains("qr") || source.equals("portal-code") ? QR : FORM;
                case "TEXT" -> TEXT;
                case "OFFICER" -> OFFICER;
                default -> PARTNER;
            };
        }
    }

    /** How many of a way and category were graded, and how many of them as urgent. */
    record Cell(Reached way, String category, long all, long urgent) {}

    /**
     * A way's shares; without them when there are too few reports.
     *
     * @param covered how much of the whole mix of categories the adjusted share rests on
     */
    record Line(Reached way, long all, long urgent, Optional<Share> plain, Optional<Share> adjusted, double covered) {}

    /** A share and its interval. */
    record Share(double value, double lower, double upper) {}

    static List<Line> compare(List<Cell> cells) {
        Map<String, Long> mix = new java.util.TreeMap<>();
        Map<Reached, Map<String, Cell>> ways = new EnumMap<>(Reached.class);
        for (Cell cell : cells) {
            mix.merge(cell.category(), cell.all(), Long::sum);
            ways.computeIfAbsent(cell.way(), way -> new java.util.TreeMap<>())
                    .merge(
                            cell.category(),
                            cell,
                            (one, other) -> new Cell(
                                    one.way(), one.category(), one.all() + other.all(), one.urgent() + other.urgent()));
        }
        List<Line> lines = new ArrayList<>();
        ways.forEach((way, byCategory) -> lines.add(line(way, byCategory, mix)));
        return lines;
    }

    private static Line line(Reached way, Map<String, Cell> byCategory, Map<String, Long> mix) {
        long all = byCategory.values().stream().mapToLong(Cell::all).sum();
        long urgent = byCategory.values().stream().mapToLong(Cell::urgent).sum();
        long whole = mix.values().stream().mapToLong(Long::longValue).sum();
        long covered = mix.entrySet().stream()
                .filter(each -> byCategory.containsKey(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (all < FEWEST) {
            return new Line(way, all, urgent, Optional.empty(), Optional.empty(), (double) covered / whole);
        }
        ConfidenceInterval plain = Proportions.wilson(urgent, all, CONFIDENCE);
        double share = 0;
        double below = 0;
        double above = 0;
        for (Cell cell : byCategory.values()) {
            double weight = (double) mix.getOrDefault(cell.category(), 0L) / covered;
            double part = (double) cell.urgent() / cell.all();
            ConfidenceInterval limits = Proportions.wilson(cell.urgent(), cell.all(), CONFIDENCE);
            share += weight * part;
            below += Math.pow(weight * (part - limits.lower()), 2);
            above += Math.pow(weight * (limits.upper() - part), 2);
        }
        return new Line(
                way,
                all,
                urgent,
                Optional.of(new Share((double) urgent / all, plain.lower(), plain.upper())),
                Optional.of(
                        new Share(share, Math.max(0, share - Math.sqrt(below)), Math.min(1, share + Math.sqrt(above)))),
                (double) covered / whole);
    }

    /** The same words as each way brings them to the reader. */
    static Map<String, String> asEachWayBringsThem(String account) {
        Map<String, String> ways = new java.util.LinkedHashMap<>();
        ways.put("Call", account);
        ways.put("Chat", chat(account));
        ways.put("Online form", account);
        ways.put("Code at a place", account);
        ways.put("Partner by JSON", byJson(account));
        ways.put("Partner by Open311", Open311Rules.told(account).account());
        ways.put(
                "FixMyStreet",
                Open311Rules.told("title: " + account + "\n\ndetail: " + account
                                + "\n\nurl: http://fixmystreet.example/report/1\n\nSubmitted via FixMyStreet\n")
                        .account());
        return ways;
    }

    private static String byJson(String account) {
        String sent =
                JsonRules.write(Map.of("source_reference", "1", "account", account, "place", Map.of("location", "x")));
        return JsonRules.parse(sent)
                .flatMap(node ->
                        ReportRules.report(node, java.time.Instant.EPOCH).good())
                .map(Submission::account)
                .orElse("");
    }

    /** As chat systems keep a talk: in turns, with who wrote them. */
    private static String chat(String account) {
        StringBuilder turns = new StringBuilder("Operator: You are through to the police. What has happened?\n");
        for (String sentence : account.split("(?<=[.!?])\\s+", -1)) {
            turns.append("Customer: ").append(sentence).append('\n');
        }
        return turns.append("Operator: Thank you, I am making a note of that.").toString();
    }

    /** Accounts on which the sameness of grades is shown: from one that is urgent to one that is not. */
    static List<String> standardAccounts() {
        return List.of(
                "He is outside my door right now with a knife and says he will kill me. Please hurry.",
                "My neighbour shouts racist abuse at my children every day on their way to school. They are afraid to go out.",
                "The lads on the corner smashed my car window last night and then laughed about it.",
                "The man upstairs plays music until four in the morning. I have asked him three times and I cannot sleep.",
                "Youths on off-road bikes tear up the playing field every weekend.",
                "Somebody has left an old sofa and bags of rubbish in the alley behind the shops.");
    }
}
