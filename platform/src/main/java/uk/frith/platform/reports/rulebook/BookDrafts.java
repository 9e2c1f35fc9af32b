package uk.frith.platform.reports.rulebook;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;

/**
 * Changes drafts. A change says how the part stood when somebody began with it; when it stands otherwise now, nothing is
 * written and they see both. Called within a piece of work at the desk.
 */
@Component
class BookDrafts {

    private final BookDraftRepository drafts;
    private final InstantSource clock;

    BookDrafts(BookDraftRepository drafts, InstantSource clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Puts a rule in place of another, or a new one into a file.
     *
     * @param was the id that it had; empty for a new one
     * @param stood the mark of its text when the change began
     * @param file where a new one goes
     * @param after the id of the rule that a new one follows; empty for the end of the file
     */
    Saved saveRule(Actor actor, UUID draft, String was, String stood, RuleForm form, String file, String after) {
        Map<String, String> unfit = form.unfit();
        if (!unfit.isEmpty()) {
            return new Saved.Unfit(unfit);
        }
        return change(actor, draft, files -> {
            boolean taken = !form.id().equals(was)
                    && EditRules.find(files, Part.Kind.RULE, form.id(), 0).isPresent();
            if (taken) {
                return new Step(new Saved.Unfit(Map.of("id", "Another rule has the id " + form.id() + " already")));
            }
            if (!was.isEmpty()) {
                return replace(
                        draft, files, EditRules.find(files, Part.Kind.RULE, was, 0), stood, form.text(), form.id());
            }
            Optional<Part> follows = EditRules.find(files, Part.Kind.RULE, after, 0);
            String into = follows.map(Part::file).orElse(file);
            return files.named("rules").contains(into)
                    ? new Step(new Saved.Done(form.id()), EditRules.added(files, into, follows, form.text()))
                    : new Step(new Saved.Unfit(Map.of("file", "Choose where the rule goes")));
        });
    }

    Saved removeRule(Actor actor, UUID draft, String id, String stood) {
        return change(actor, draft, files -> {
            Optional<Part> now = EditRules.find(files, Part.Kind.RULE, id, 0);
            return now.isPresent() && EditRules.mark(now.get().text()).equals(stood)
                    ? new Step(new Saved.Done(id), EditRules.removed(files, now.get()))
                    : new Step(changed(draft, now));
        });
    }

    /**
     * Puts phrases in place of others, or a new concept into a file.
     *
     * @param number which of the stretches that the concept has
     * @param stood empty for a new one
     */
    Saved saveConcept(
            Actor actor,
            UUID draft,
            String name,
            int number,
            String stood,
            String heading,
            String phrases,
            String file) {
        Optional<String> unfit = EditRules.unfitPhrases(phrases);
        if (unfit.isPresent()) {
            return new Saved.Unfit(Map.of("phrases", unfit.get()));
        }
        String text = ("= " + name + " " + heading).strip() + (phrases.isEmpty() ? "" : "\n" + phrases);
        return change(actor, draft, files -> {
            Optional<Part> now = EditRules.find(files, Part.Kind.CONCEPT, name, number);
            if (!stood.isEmpty()) {
                return replace(draft, files, now, stood, text, name);
            }
            Optional<String> wrong =
                    EditRules.unfitName(name).or(() -> now.map(part -> "There is a concept " + name + " already"));
            if (wrong.isPresent()) {
                return new Step(new Saved.Unfit(Map.of("name", wrong.get())));
            }
            return files.named("lexicon").contains(file)
                    ? new Step(new Saved.Done(name), EditRules.added(files, file, Optional.empty(), text))
                    : new Step(new Saved.Unfit(Map.of("file", "Choose where the concept goes")));
        });
    }

    /** Puts a whole file in place of another. */
    Saved saveFile(Actor actor, UUID draft, String file, String stood, String text) {
        if (text.length() > BookCheck.LONGEST_FILE) {
            return new Saved.Unfit(Map.of("text", "A file holds at most a million characters"));
        }
        return change(actor, draft, files -> {
            if (!files.texts().containsKey(file)) {
                return new Step(new Saved.Changed(Optional.empty(), Optional.empty()));
            }
            String now = files.text(file);
            return EditRules.mark(now).equals(stood) || now.equals(text)
                    ? new Step(new Saved.Done(file), files.with(file, text))
                    : new Step(new Saved.Changed(
                            Optional.of(
                                    new Part(Part.Kind.TEXT, file, "", 0, 1, java.util.List.of(now.split("\n", -1)))),
                            drafts.lastChange(draft, file)));
        });
    }

    private Step replace(UUID draft, BookFiles files, Optional<Part> now, String stood, String text, String name) {
        if (now.isEmpty()) {
            return new Step(changed(draft, now));
        }
        String there = now.get().text();
        return EditRules.mark(there).equals(stood) || there.equals(text)
                ? new Step(new Saved.Done(name), EditRules.replaced(files, now.get(), text))
                : new Step(changed(draft, now));
    }

    private Saved changed(UUID draft, Optional<Part> now) {
        return new Saved.Changed(now, now.flatMap(part -> drafts.lastChange(draft, part.file())));
    }

    /** What a change comes to, and the texts if any are to be written. */
    private record Step(Saved saved, Optional<BookFiles> files) {
        Step(Saved saved) {
            this(saved, Optional.empty());
        }

        Step(Saved saved, BookFiles files) {
            this(saved, Optional.of(files));
        }
    }

    private Saved change(Actor actor, UUID draft, Function<BookFiles, Step> change) {
        if (drafts.lock(draft, actor.organisation())
                .filter(Draft.State.OPEN::equals)
                .isEmpty()) {
            return new Saved.Closed();
        }
        Step step = change.apply(drafts.files(draft));
        step.files()
                .ifPresent(files -> drafts.put(draft, actor.organisation(), files, actor.account(), clock.instant()));
        return step.saved();
    }
}
