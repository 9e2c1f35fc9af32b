package uk.frith.platform.reports.recording;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.frith.narrative.Findings;
import uk.frith.platform.reports.recording.RecordForms.Wrong;

/**
 * What kind of incident it is. What isn't antisocial behaviour has no category, no type and no limb; what is has each of
 * them, though a limb may be found only when somebody looks.
 */
record Sorting(Optional<AsbCategory> category, Optional<AsbType> type, Set<Limb> limbs, Set<Behaviour> behaviours) {

    Sorting {
        if (category.isEmpty() != type.isEmpty()) {
            throw new IllegalArgumentException("Antisocial behaviour has a category and a type.");
        }
        limbs = Set.copyOf(limbs);
        behaviours = Set.copyOf(behaviours);
    }

    /** As the reader of accounts sees it, after what a person chose. */
    static Sorting found(NewReport.Chosen chosen, Findings findings) {
        Optional<AsbCategory> category = chosen.category()
                .or(() -> Optional.ofNullable(findings.category()).map(found -> AsbCategory.valueOf(found.name())));
        if (category.isEmpty()) {
            return new Sorting(Optional.empty(), Optional.empty(), Set.of(), Set.of());
        }
        AsbType type = chosen.type()
                .or(() -> Optional.ofNullable(findings.type()).map(found -> AsbType.valueOf(found.name())))
                .orElse(AsbType.ROWDY_OR_INCONSIDERATE_BEHAVIOUR);
        return new Sorting(category, Optional.of(type), limbs(findings), behaviours(type, findings));
    }

    private static Set<Limb> limbs(Findings findings) {
        Set<Limb> limbs = EnumSet.noneOf(Limb.class);
        for (Findings.Remark remark : findings.remarks()) {
            if (remark.kind().equals("limb")) {
                limbs.add(remark.what().startsWith("harassment") ? Limb.DISTRESS : Limb.HOME);
            }
        }
        return limbs;
    }

    private static Set<Behaviour> behaviours(AsbType type, Findings findings) {
        if (type != AsbType.LITTERING_OR_DRUGS_PARAPHERNALIA) {
            return Behaviour.of(type);
        }
        boolean drugs = findings.remarks().stream()
                .anyMatch(remark ->
                        remark.kind().equals("qualifier") && remark.what().equals("Drugs"));
        return Set.of(drugs ? Behaviour.DRUGS : Behaviour.DAMAGE);
    }

    /** What is wrong with what somebody chose; empty when it can be saved. */
    static Optional<Wrong> fault(String category, Optional<AsbType> type, Set<Limb> limbs) {
        boolean none = category.equals("NONE");
        if (!none
                && EnumSet.allOf(AsbCategory.class).stream()
                        .noneMatch(known -> known.name().equals(category))) {
            return Optional.of(new Wrong("category", "Choose a category, or that it isn't antisocial behaviour"));
        }
        if (none) {
            return type.isPresent() || !limbs.isEmpty()
                    ? Optional.of(new Wrong(
                            type.isPresent() ? "type" : "limb",
                            "What isn't antisocial behaviour has no type and meets no limb of the law"))
                    : Optional.empty();
        }
        if (type.isEmpty()) {
            return Optional.of(new Wrong("type", "Choose a type"));
        }
        return limbs.isEmpty()
                ? Optional.of(new Wrong("limb", "Choose at least one limb of the law that it meets"))
                : Optional.empty();
    }

    String categoryWords() {
        return category.map(AsbCategory::words).orElse("Not antisocial behaviour");
    }

    String typeWords() {
        return type.map(AsbType::words).orElse("None");
    }

    String limbWords() {
        return joined(limbs.stream().sorted().map(Limb::words).toList());
    }

    String behaviourWords() {
        return joined(behaviours.stream().sorted().map(Behaviour::words).toList());
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "None" : String.join("; ", words);
    }

    static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static <E extends Enum<E>> Set<E> read(Class<E> kind, String[] names) {
        return Set.of(names).stream().map(name -> Enum.valueOf(kind, name)).collect(Collectors.toSet());
    }
}
