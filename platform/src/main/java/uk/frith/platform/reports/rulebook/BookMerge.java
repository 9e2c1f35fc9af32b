package uk.frith.platform.reports.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a newer book that ships together with what a force changed in the one before: what only one of them changed is
 * taken from that one; what both changed is shown, and a person chooses.
 */
final class BookMerge {

    private final BookFiles base;
    private final BookFiles ours;
    private final Set<String> chosen;
    private final List<String> taken = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private BookFiles files;

    private BookMerge(BookFiles base, BookFiles ours, BookFiles theirs, Set<String> chosen) {
        this.base = base;
        this.ours = ours;
        this.files = theirs;
        this.chosen = chosen;
    }

    /**
     * A part that both changed, otherwise.
     *
     * @param key by which a choice names it
     * @param before how it stood; empty when it wasn't there
     * @param ours how the force has it; empty when it took it out
     * @param theirs how it ships now; empty when it no longer does
     */
    record Conflict(String key, String title, String before, String ours, String theirs) {}

    /**
     * What came of it.
     *
     * @param taken parts that come from what ships
     * @param kept parts that the force changed and that stay so
     */
    record Merged(BookFiles files, List<String> taken, List<String> kept, List<Conflict> conflicts) {
        Merged {
            taken = List.copyOf(taken);
            kept = List.copyOf(kept);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** @param takeTheirs keys of conflicts in which what ships is wanted; in the others the force's stays */
    static Merged merge(BookFiles base, BookFiles ours, BookFiles theirs, Set<String> takeTheirs) {
        BookMerge merge = new BookMerge(base, ours, theirs, takeTheirs);
        merge.all(theirs);
        return new Merged(merge.files, merge.taken, merge.kept, merge.conflicts);
    }

    private void all(BookFiles theirs) {
        Map<String, Part> before = BookDiff.byKey(base);
        Map<String, Part> mine = BookDiff.byKey(ours);
        Map<String, Part> ships = BookDiff.byKey(theirs);
        Set<String> keys = new LinkedHashSet<>(ships.keySet());
        keys.addAll(mine.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            one(key, before.get(key), mine.get(key), ships.get(key));
        }
    }

    private void one(String key, @Nullable Part before, @Nullable Part mine, @Nullable Part ships) {
        String was = text(before);
        String own = text(mine);
        String now = text(ships);
        Part any = mine != null ? mine : ships != null ? ships : Objects.requireNonNull(before);
        String title = BookDiff.title(any);
        if (own.equals(was)) {
            if (!now.equals(was)) {
                taken.add(title);
            }
        } else if (any.kind() == Part.Kind.TEXT && ships != null && mine != null) {
            files = files.with(any.file(), lines(was, own, now));
            kept.add(title);
        } else if (now.equals(was)) {
            put(key, mine);
            kept.add(title);
        } else if (!now.equals(own)) {
            conflicts.add(new Conflict(key, title, was, own, now));
            if (!chosen.contains(key)) {
                put(key, mine);
            }
        }
    }

    private static String text(@Nullable Part part) {
        return part == null ? "" : part.text().strip();
    }

    /** Files that are lists of lines: theirs, with the lines that the force added and without those that it took out. */
    private static String lines(String was, String own, String now) {
        Set<String> before = new LinkedHashSet<>(was.lines().toList());
        Set<String> mine = new LinkedHashSet<>(own.lines().toList());
        List<String> lines = new ArrayList<>(now.lines()
                .filter(line -> mine.contains(line) || !before.contains(line))
                .toList());
        mine.stream()
                .filter(line -> !before.contains(line) && !lines.contains(line))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** Makes a part what the force has; without one it is taken out. */
    private void put(String key, @Nullable Part mine) {
        Part there = BookDiff.byKey(files).get(key);
        if (mine == null) {
            if (there != null) {
                files = there.kind() == Part.Kind.TEXT ? without(there.file()) : EditRules.removed(files, there);
            }
        } else if (there != null) {
            files = EditRules.replaced(files, there, mine.text());
        } else if (mine.kind() == Part.Kind.TEXT) {
            files = files.with(mine.file(), mine.text());
        } else {
            List<String> alike = files.named(ours.kindOf(mine.file()));
            String file = files.texts().containsKey(mine.file()) || alike.isEmpty() ? mine.file() : alike.getLast();
            files = EditRules.added(files, file, predecessor(mine, file), mine.text());
        }
    }

    private BookFiles without(String file) {
        Map<String, String> texts = new LinkedHashMap<>(files.texts());
        texts.remove(file);
        return new BookFiles(texts);
    }

    /** The part before it in the force's book, where it stands now. */
    private Optional<Part> predecessor(Part mine, String file) {
        Map<String, Part> there = BookDiff.byKey(files);
        Part found = null;
        for (Part part : ours.parts(mine.file())) {
            if (part.key().equals(mine.key())) {
                break;
            }
            Part now = there.get(part.key());
            if (now != null && now.file().equals(file)) {
                found = now;
            }
        }
        return Optional.ofNullable(found);
    }
}
