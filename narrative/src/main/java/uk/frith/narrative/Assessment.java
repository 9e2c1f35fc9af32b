package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The findings of one account while the rules are applied in their order; the first category, type and label hold. */
final class Assessment {

    private static final String OTHER_VICTIM = "victim.second";
    private static final String DEED = "deed";
    private static final String AGED = "aged";

    /** In place of whose a vulnerability is: as the words tell. */
    private static final String AS_TOLD = "told";

    private static final int NEARBY = 1;
    private static final Hit NOWHERE = new Hit(0, -1, -1, 0, 0);
    private static final String SUGGESTED =
            "A statistical suggestion and no rule: what is said resembles accounts of this class written for tuning";

    private final RuleBook book;
    private final Clauses clauses;
    private final Parties parties;
    private final Tokens tokens;
    private final Evidence evidence;

    private @Nullable Boolean asb;
    private @Nullable AsbCategory category;
    private final Weights weights = new Weights();
    private @Nullable AsbType type;
    private @Nullable String incident;
    private Findings.@Nullable Decision decision;
    private final boolean reportedBefore;
    private boolean repeat;
    private boolean danger;
    private boolean goingOn;
    private boolean held;
    private final List<Candidate> crimes = new ArrayList<>();
    private final SortedMap<String, Findings.Hate> hate = new TreeMap<>();
    private final Map<String, List<Findings.Vulnerability>> vulnerability = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final List<Findings.Remark> remarks = new ArrayList<>();

    /** A crime before the principal crime rule. */
    private record Candidate(Rule rule, List<Hit> hits) {
        String offence() {
            return rule.words().getFirst();
        }
    }

    Assessment(RuleBook book, Clauses clauses, Parties parties, Tokens tokens, Evidence evidence, int earlierReports) {
        this.book = book;
        this.clauses = clauses;
        this.parties = parties;
        this.tokens = tokens;
        this.evidence = evidence;
        this.reportedBefore = earlierReports > 0;
        this.repeat = reportedBefore;
    }

    void apply(Rule rule) {
        if (rule.finds().equals("weighs") && rule.when() instanceof Condition.Score score) {
            weights.add(rule.words().getFirst(), score.sum(evidence));
            return;
        }
        List<Hit> carried = rule.when().carriedBy(evidence);
        if (carried == null) {
            return;
        }
        Condition show = rule.show();
        List<Hit> shown = show == null ? null : show.carriedBy(evidence);
        List<Hit> hits = shown == null || shown.isEmpty() ? carried : shown;
        String what = rule.what();
        switch (rule.finds()) {
            case "fact" -> evidence.fact(rule.fact(), hits);
            case "crime" -> {
                evidence.crime(rule.words().getFirst());
                crimes.add(new Candidate(rule, hits));
            }
            case "category" -> category = category == null ? AsbCategory.valueOf(what) : category;
            case "type" -> type = type == null ? AsbType.valueOf(what) : type;
            case "asb" -> asb = asb == null ? what.equals("yes") : asb;
            case "incident" -> incident = incident == null ? what : incident;
            case "decision" ->
                decision = decision == null ? Findings.Decision.valueOf(what.toUpperCase(Locale.ROOT)) : decision;
            case "hate" ->
                hate.computeIfAbsent(what, strand -> new Findings.Hate(strand, span(hits), rule.id(), rule.source()));
            case "vulnerability" -> vulnerable(rule, hits);
            case "question" -> ask(what);
            case "repeat" -> repeat = true;
            case "danger" -> danger = true;
            case "now" -> goingOn = true;
            case "hold" -> held = true;
            default -> remarks.add(new Findings.Remark(rule.finds(), what, span(hits), rule.id(), rule.source()));
        }
    }

    private void ask(String question) {
        if (!questions.contains(question)) {
            questions.add(question);
        }
    }

    private void vulnerable(Rule rule, List<Hit> hits) {
        vulnerability.computeIfAbsent(rule.words().getFirst(), factor -> whose(rule, factor, hits));
    }

    /** Whose a vulnerability is: as its rule says, or of each whom the words tell it of. */
    private List<Findings.Vulnerability> whose(Rule rule, String factor, List<Hit> hits) {
        String kind = rule.words().size() > 1 ? rule.words().get(1) : "personal";
        String who = rule.words().size() > 2 ? rule.words().get(2) : "victim";
        Map<String, List<Hit>> told = who.equals(AS_TOLD) ? toldOf(hits) : Map.of(who, hits);
        return told.entrySet().stream()
                .map(each -> new Findings.Vulnerability(
                        each.getKey(), factor, kind, span(each.getValue()), rule.id(), rule.source()))
                .toList();
    }

    /**
     * Words of which nothing tells whose they are go with those on a victim, or with those on whoever did it in the same
     * sentence.
     */
    private Map<String, List<Hit>> toldOf(List<Hit> hits) {
        List<Hit> deeds = facts(DEED);
        List<Hit> aged = facts(AGED);
        Map<String, List<Hit>> told = new LinkedHashMap<>();
        for (Hit hit : hits) {
            if (hit.first() >= 0) {
                boolean mayHaveDone =
                        aged.stream().anyMatch(other -> other.first() == hit.first() && other.last() == hit.last());
                told.computeIfAbsent(
                                parties.of(tokens, hit, mayHaveDone ? deeds : List.of()), party -> new ArrayList<>())
                        .add(hit);
            }
        }
        List<Hit> did = told.getOrDefault(Parties.SUSPECT, List.of());
        boolean harmed = told.containsKey(Parties.VICTIM);
        told.getOrDefault(Parties.OTHER, new ArrayList<>())
                .removeIf(hit -> harmed || did.stream().anyMatch(other -> other.sentence() == hit.sentence()));
        told.values().removeIf(List::isEmpty);
        return told.isEmpty() ? Map.of(Parties.OTHER, hits) : told;
    }

    private List<Hit> facts(String name) {
        Integer number = book.lexicon().number(name);
        return number == null ? List.of() : evidence.plain(new Concepts(number));
    }

    private String span(List<Hit> hits) {
        return hits.isEmpty() ? "" : Spans.of(tokens, hits.getFirst());
    }

    Findings findings(boolean cut) {
        category = category == null ? weights.heaviestCategory() : category;
        List<Candidate> standing = held ? List.of() : standing();
        Corroboration.Sums sums = book.corroboration().weigh(tokens, evidence, found(standing));
        List<Findings.Crime> recorded = recorded(standing, sums);
        Boolean weighed = sums.asb();
        boolean isAsb = weighed == null ? asb != null && asb : weighed;
        Weights more = sums.weights();
        AsbCategory heaviest = more.heaviestCategory();
        category = heaviest == null ? category : heaviest;
        weights.add(more);
        Boolean before = sums.repeat();
        repeat = (before == null || reportedBefore) ? repeat : before;
        type = type == null ? weights.heaviestType() : type;
        if (cut) {
            remarks.add(new Findings.Remark("unread", "the end of a very long text", "", "", ""));
        }
        if (tokens.isStrange()) {
            remarks.add(new Findings.Remark(
                    "unread", "words of another language, or that no rule knows", Spans.of(tokens, NOWHERE), "", ""));
        }
        return new Findings(
                isAsb,
                isAsb ? category : null,
                type,
                label(isAsb),
                decided(recorded, isAsb),
                recorded,
                held ? List.of() : takenIn(recorded),
                List.copyOf(hate.values()),
                vulnerability.values().stream().flatMap(List::stream).toList(),
                repeat,
                danger,
                goingOn,
                questions,
                remarks);
    }

    private String label(boolean isAsb) {
        AsbCategory is = category;
        if (isAsb && is != null) {
            String name = is.name();
            return "ASB - " + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
        return incident == null ? "Administration - Messages" : incident;
    }

    private Findings.Decision decided(List<Findings.Crime> recorded, boolean isAsb) {
        if (recorded.stream().anyMatch(crime -> crime.certainty() != Certainty.POSSIBLE)) {
            return Findings.Decision.RECORD_CRIME;
        }
        if (decision != null) {
            return decision;
        }
        if (isAsb) {
            return Findings.Decision.ASB_INCIDENT;
        }
        return incident == null ? Findings.Decision.NO_CRIME : Findings.Decision.OTHER_INCIDENT;
    }

    /** What rules found, as scorecards name it. */
    private List<String> found(List<Candidate> standing) {
        List<String> found = new ArrayList<>();
        standing.forEach(crime -> found.add("crime(" + crime.offence() + ")"));
        if (held) {
            found.add("hold");
        }
        boolean isAsb = asb != null && asb;
        found.add(isAsb ? "asb(yes)" : "asb(no)");
        if (repeat) {
            found.add("repeat(yes)");
        }
        AsbCategory is = category;
        if (isAsb && is != null) {
            found.add("category(" + is.name() + ")");
        }
        return found;
    }

    private List<Findings.Crime> recorded(List<Candidate> standing, Corroboration.Sums sums) {
        Set<String> seen = new HashSet<>();
        standing.forEach(crime -> seen.add(crime.offence()));
        List<Findings.Crime> recorded = new ArrayList<>();
        for (Candidate crime : standing) {
            if (sums.doubtful(crime.offence())) {
                Rule rule = crime.rule();
                remarks.add(new Findings.Remark("doubt", crime.offence(), crimeSpan(crime), rule.id(), rule.source()));
            } else {
                recorded.add(asRecorded(crime));
            }
        }
        List<String> given =
                recorded.stream().map(crime -> crime.offence().code()).toList();
        Predicate<String> takenIn =
                code -> given.stream().anyMatch(other -> book.principal().absorbs(other, code));
        sums.suggested(seen, takenIn)
                .forEach((code, hit) -> recorded.add(new Findings.Crime(
                        offence(code),
                        1,
                        Certainty.POSSIBLE,
                        Spans.of(tokens, hit),
                        Findings.Crime.SUGGESTED + code,
                        SUGGESTED)));
        return Collections.unmodifiableList(recorded);
    }

    private Findings.Crime asRecorded(Candidate crime) {
        Rule rule = crime.rule();
        return new Findings.Crime(
                offence(crime.offence()),
                victims(crime),
                Certainty.of(rule.words().get(1)),
                crimeSpan(crime),
                rule.id(),
                rule.source());
    }

    /** Those that a crime takes in which is recorded, or which is taken in itself by one that is. */
    private List<Findings.TakenIn> takenIn(List<Findings.Crime> recorded) {
        Set<String> known = new HashSet<>();
        recorded.forEach(crime -> known.add(crime.offence().code()));
        Map<Candidate, Set<String>> left = new LinkedHashMap<>();
        for (Candidate crime : crimes) {
            if (!crime.rule().kept() && !known.contains(crime.offence())) {
                left.put(crime, principals(crime));
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Candidate, Set<String>> each : left.entrySet()) {
                more |= !Collections.disjoint(each.getValue(), known)
                        && known.add(each.getKey().offence());
            }
        }
        List<Findings.TakenIn> takenIn = new ArrayList<>();
        left.forEach((crime, by) -> {
            by.retainAll(known);
            if (!by.isEmpty()) {
                takenIn.add(new Findings.TakenIn(asRecorded(crime), by));
            }
        });
        return takenIn;
    }

    /** The first of each class, without those that a principal crime takes in. */
    private List<Candidate> standing() {
        Map<String, Candidate> standing = new LinkedHashMap<>();
        for (Candidate crime : crimes) {
            if (crime.rule().kept() || principals(crime).isEmpty()) {
                standing.putIfAbsent(crime.offence(), crime);
            }
        }
        return List.copyOf(standing.values());
    }

    private OffenceClass offence(String code) {
        OffenceClass offence = book.offences().get(code);
        if (offence == null) {
            throw new IllegalStateException("no such class: " + code);
        }
        return offence;
    }

    private String crimeSpan(Candidate crime) {
        return Spans.of(tokens, crime.hits().isEmpty() ? NOWHERE : crime.hits().getFirst());
    }

    /** The classes of this account that leave no room for a crime beside them. */
    private Set<String> principals(Candidate crime) {
        Set<String> principals = new HashSet<>();
        for (Candidate other : crimes) {
            if (!other.rule().id().equals(crime.rule().id())
                    && !other.rule().kept()
                    && book.principal().absorbs(other.offence(), crime.offence())
                    && !ownVictim(crime, other)) {
                principals.add(other.offence());
            }
        }
        return principals;
    }

    /** Somebody else is named beside this crime, after the principal crime and its victim have been told. */
    private boolean ownVictim(Candidate crime, Candidate principal) {
        Integer number = book.lexicon().number(OTHER_VICTIM);
        if (number == null || principal.hits().isEmpty()) {
            return false;
        }
        Set<String> suffered = victimsOf(principal);
        for (String victim : victimsOf(crime)) {
            if (!suffered.isEmpty() && !suffered.contains(victim)) {
                return true;
            }
        }
        int told = principal.hits().getFirst().sentence();
        for (Hit other : evidence.plain(number)) {
            for (Hit hit : crime.hits()) {
                int apart = other.sentence() - hit.sentence();
                if (apart >= -NEARBY && apart <= NEARBY + 1 && hit.sentence() > told && other.sentence() > told) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> victimsOf(Candidate crime) {
        Set<String> victims = new HashSet<>();
        for (Hit hit : crime.hits()) {
            String victim = clauses.victim(tokens, hit);
            if (!victim.isEmpty()) {
                victims.add(victim);
            }
        }
        return victims;
    }

    private int victims(Candidate crime) {
        Integer number = book.lexicon().number("victims.two");
        if (crime.rule().kept() || number == null) {
            return 1;
        }
        return evidence.plain(number).isEmpty() ? 1 : 2;
    }
}
