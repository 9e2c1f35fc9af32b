package uk.frith.narrative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account and its findings as lines of JSON, exactly as the command promises them. */
final class Exchange {

    private Exchange() {}

    /** The line for one account; an {@link IllegalArgumentException} says what is wrong with the line. */
    static String answer(AccountReader reader, String line) {
        if (!(Json.parse(line.startsWith("\ufeff") ? line.substring(1) : line) instanceof Map<?, ?> in)) {
            throw new IllegalArgumentException("an object is expected");
        }
        Object id = in.get("id");
        if (!(id instanceof String) && !(id instanceof Double)) {
            throw new IllegalArgumentException("the account has no id");
        }
        if (!(in.get("text") instanceof String text)) {
            throw new IllegalArgumentException("the account has no text");
        }
        Findings findings = reader.read(new Account(text, history(in.get("history"))));
        StringBuilder out = new StringBuilder(512);
        Json.write(
                out,
                lay(
                        id instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e9 ? (Object) d.intValue() : id,
                        findings));
        return out.toString();
    }

    /** The line for a line that couldn't be read; lines are numbered from 1. */
    static String error(long line, String message) {
        StringBuilder out = new StringBuilder();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("line", (int) Math.min(line, Integer.MAX_VALUE));
        map.put("error", message);
        Json.write(out, map);
        return out.toString();
    }

    private static List<Account.Earlier> history(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> list)) {
            throw new IllegalArgumentException("the history is no array");
        }
        List<Account.Earlier> history = new ArrayList<>();
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("an entry of the history is no object");
            }
            Set<String> crimes = new HashSet<>();
            if (map.get("crimes") instanceof List<?> classes) {
                for (Object offence : classes) {
                    crimes.add(String.valueOf(offence));
                }
            }
            history.add(new Account.Earlier(map.get("text") instanceof String told ? told : "", crimes));
        }
        return history;
    }

    private static Map<String, @Nullable Object> lay(Object id, Findings findings) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("is_asb", findings.asb());
        AsbCategory category = findings.category();
        map.put("asb_category", category == null ? null : category.name());
        AsbType type = findings.type();
        map.put("asb_type", type == null ? null : type.name());
        List<Map<String, Object>> crimes = new ArrayList<>();
        for (Findings.Crime crime : findings.crimes()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("class", crime.offence().code());
            entry.put("name", crime.offence().name());
            entry.put("victims", crime.victims());
            entry.put("certainty", crime.certainty().word());
            entry.put("span", crime.span());
            entry.put("rule", crime.rule());
            entry.put("source", crime.source());
            crimes.add(entry);
        }
        map.put("crimes", crimes);
        map.put("hate", findings.hate().stream().map(Findings.Hate::strand).toList());
        List<Map<String, Object>> vulnerability = new ArrayList<>();
        for (Findings.Vulnerability found : findings.vulnerability()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("who", found.who());
            entry.put("factor", found.factor().toLowerCase(Locale.ROOT));
            entry.put("kind", found.kind());
            entry.put("span", found.span());
            vulnerability.add(entry);
        }
        map.put("vulnerability", vulnerability);
        map.put("repeat", findings.repeat());
        map.put("immediate_danger", findings.immediateDanger());
        map.put("questions", findings.questions());
        return map;
    }
}
