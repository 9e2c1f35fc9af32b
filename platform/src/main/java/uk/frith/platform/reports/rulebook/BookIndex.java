package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a book holds, to be looked through: its rules with their sources, its concepts, and which rule speaks of which. */
final class BookIndex {

    /** A rule with what holds for it by the default of its file. */
    record Ruled(Part part, RuleForm form, String source, String from) {
        /** The first word of what it finds. */
        String kind() {
            return form.finds().split("\\s+", 2)[0];
        }
    }

    private final List<Ruled> rules = new ArrayList<>();
    private final Map<String, List<Part>> concepts = new LinkedHashMap<>();
    private final Map<String, String> offences = new LinkedHashMap<>();

    private BookIndex(BookFiles files) {
        for (String name : files.named("lexicon")) {
            for (Part part : files.parts(name)) {
                if (part.kind() == Part.Kind.CONCEPT) {
                    concepts.computeIfAbsent(part.name(), none -> new ArrayList<>())
                            .add(part);
                }
            }
        }
        for (String name : files.named("offences")) {
            files.text(name)
                    .lines()
                    .filter(line -> line.indexOf('\t') > 0)
                    .forEach(line -> offences.put(
                            line.substring(0, line.indexOf('\t')).strip(),
                            line.substring(line.indexOf('\t') + 1).strip()));
        }
        for (String name : files.named("rules")) {
            takeRules(files.parts(name));
        }
    }

    static BookIndex of(BookFiles files) {
        return new BookIndex(files);
    }

    private void takeRules(List<Part> parts) {
        String source = "";
        String from = "";
        for (Part part : parts) {
            if (part.kind() == Part.Kind.DEFAULT) {
                String[] words = part.lines().getFirst().strip().split("\\s+", 3);
                String value = words.length == 3 ? words[2] : "";
                source = part.name().equals("source") ? value : source;
                from = part.name().equals("from") ? value : from;
            } else if (part.kind() == Part.Kind.RULE) {
                RuleForm form = RuleForm.of(part);
                rules.add(new Ruled(
                        part,
                        form,
                        form.source().isEmpty() ? source : form.source(),
                        form.from().isEmpty() ? from : form.from()));
            }
        }
    }

    List<Ruled> rules() {
        return List.copyOf(rules);
    }

    Optional<Ruled> rule(String id) {
        return rules.stream().filter(rule -> rule.part().name().equals(id)).findFirst();
    }

    /** The stretches that give a concept its phrases; none when there is no such concept. */
    List<Part> concept(String name) {
        return List.copyOf(concepts.getOrDefault(name, List.of()));
    }

    Set<String> conceptNames() {
        return concepts.keySet();
    }

    /** The offence class of a code, as {@code 8L Harassment}; the code alone when the list doesn't have it. */
    String offence(String code) {
        String name = offences.get(code);
        return name == null ? code : code + " " + name;
    }

    /** The concepts and facts that a rule speaks of. */
    static Set<String> names(RuleForm rule) {
        Set<String> names = new LinkedHashSet<>();
        List.of(rule.when(), rule.unless(), rule.show())
                .forEach(text -> text.lines().forEach(line -> names.addAll(ConditionWords.names(line))));
        rule.points().lines().forEach(line -> names.addAll(ConditionWords.names(weighed(line))));
        return names;
    }

    /** The condition of a line of points. */
    static String weighed(String line) {
        String[] words = line.strip().split("\\s+", 2);
        return words.length == 2 ? words[1] : "";
    }

    /** The rules that speak of a concept or fact, by its name or by the beginning of it. */
    List<Ruled> speakingOf(String concept) {
        return rules.stream()
                .filter(rule -> names(rule.form()).stream().anyMatch(name -> covers(name, concept)))
                .toList();
    }

    private static boolean covers(String name, String concept) {
        return name.endsWith("*") ? concept.startsWith(name.substring(0, name.length() - 1)) : name.equals(concept);
    }

    /** The rules that establish a fact. */
    List<Ruled> establishing(String fact) {
        return rules.stream()
                .filter(rule -> rule.form().finds().equals("fact " + fact))
                .toList();
    }

    /**
     * Rules in which every word is found: in the id, in what is found, its source, reason and conditions, or in a phrase that
     * the rule listens to.
     *
     * @param kind the first word of what is found; empty for all
     */
    List<Ruled> search(String words, String kind) {
        List<String> sought = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        Map<String, Set<String>> saying = new LinkedHashMap<>();
        sought.forEach(word -> saying.put(word, conceptsSaying(word)));
        return rules.stream()
                .filter(rule -> kind.isEmpty() || rule.kind().equals(kind))
                .filter(rule -> sought.stream().allMatch(word -> word.isEmpty() || speaks(rule, word, saying)))
                .toList();
    }

    private boolean speaks(Ruled rule, String word, Map<String, Set<String>> saying) {
        RuleForm form = rule.form();
        String code = rule.kind().equals("crime")
                ? form.finds().split("\\s+", 3)[Math.min(1, form.finds().split("\\s+", 3).length - 1)]
                : "";
        String told = String.join(
                        " ",
                        form.id(),
                        form.finds(),
                        offence(code),
                        rule.source(),
                        form.because(),
                        form.when(),
                        form.unless())
                .toLowerCase(Locale.ROOT);
        return told.contains(word)
                || names(form).stream()
                        .anyMatch(name -> saying.getOrDefault(word, Set.of()).stream()
                                .anyMatch(concept -> covers(name, concept)));
    }

    private Set<String> conceptsSaying(String word) {
        Set<String> saying = new LinkedHashSet<>();
        concepts.forEach((name, parts) -> {
            if (parts.stream()
                    .anyMatch(part -> part.text().toLowerCase(Locale.ROOT).contains(word))) {
                saying.add(name);
            }
        });
        return saying;
    }
}
