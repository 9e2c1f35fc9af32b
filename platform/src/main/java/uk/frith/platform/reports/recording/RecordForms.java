package uk.frith.platform.reports.recording;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.recording.IncidentRepository.Whole;
import uk.frith.platform.reports.recording.RecordPage.Typed;
import uk.frith.platform.reports.wording.Wording;

/** What every form on an incident has in common: the incident is locked, must be open, and its page returns. */
@Component
class RecordForms {

    static final String TO_SEE = "to see incidents that were reported";
    static final String TO_DEAL = "to deal with an incident";

    private final Desk desk;
    private final IncidentRepository incidents;
    private final HandlingRepository handlings;
    private final RecordPageMaker maker;
    private final Wording wording;

    RecordForms(
            Desk desk,
            IncidentRepository incidents,
            HandlingRepository handlings,
            RecordPageMaker maker,
            Wording wording) {
        this.desk = desk;
        this.wording = wording;
        this.incidents = incidents;
        this.handlings = handlings;
        this.maker = maker;
    }

    void show(UUID id, Typed typed, Model model) {
        Actor actor = actor();
        boolean mayWork = actor.may(Permission.RECORD_INCIDENTS);
        Entry entry = Entry.of(Act.CONSULTATION, "incident", TO_SEE)
                .about(List.of(id.toString()))
                .showing(
                        mayWork
                                ? Stream.concat(
                                                IncidentRules.HEADER.stream(),
                                                Stream.of("people", "crimes", "evidence"))
                                        .toList()
                                : IncidentRules.HEADER);
        model.addAttribute(
                "page", desk.audited(entry, () -> maker.make(whole(id), actor.organisation(), mayWork, typed)));
    }

    Whole whole(UUID id) {
        return incidents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }

    /**
     * What is wrong with a field of a form.
     *
     * @param keepable whether the writer may keep what they wrote
     */
    record Wrong(String field, String sentence, boolean keepable) {
        Wrong(String field, String sentence) {
            this(field, sentence, false);
        }
    }

    /** The question that is asked of words that make it small; empty when there is none or the writer keeps them. */
    Optional<Wrong> small(UUID id, Wording.Text text, String field, String said, String keep) {
        return wording.question(text, "/incidents/" + id, said, !keep.isEmpty())
                .map(question -> new Wrong(field, question, true));
    }

    /** One form: what it held by field id, which part of the page it stands in, and what it changes. */
    record Form(String part, List<String> fields, Map<String, String> typed) {
        @Override
        public String toString() {
            return "Form[" + part + "]";
        }
    }

    /** Does a form's work on an open incident; shows the page again with what was typed when it can't be done. */
    String change(UUID id, Form form, Supplier<Optional<Wrong>> work, Model model, HttpServletResponse response) {
        return attempt(
                id,
                form,
                () -> handlings.lock(id).orElse(false)
                        ? work.get()
                        : Optional.of(new Wrong(form.part(), "The incident is closed or nobody deals with it")),
                model,
                response);
    }

    /** As {@link #change}, whether it is open or not. */
    String attempt(UUID id, Form form, Supplier<Optional<Wrong>> work, Model model, HttpServletResponse response) {
        Optional<Wrong> wrong = desk.audited(
                () -> {
                    whole(id);
                    return work.get();
                },
                result -> entry(id, result.isEmpty() ? form.fields() : List.of()));
        return after(id, form, wrong, model, response);
    }

    static Entry entry(UUID id, List<String> fields) {
        return Entry.of(Act.ALTERATION, "incident", TO_DEAL)
                .about(List.of(id.toString()))
                .showing(fields);
    }

    String after(UUID id, Form form, Optional<Wrong> wrong, Model model, HttpServletResponse response) {
        if (wrong.isEmpty()) {
            return "redirect:/incidents/" + id + "#" + form.part();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        ErrorLink error = ErrorLink.at(wrong.get().field(), wrong.get().sentence());
        show(id, new Typed(form.typed(), List.of(error), wrong.get().keepable()), model);
        return "reports/recording/incident";
    }

    static Map<String, String> typed(String... idsAndValues) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            typed.put(idsAndValues[i], idsAndValues[i + 1]);
        }
        return typed;
    }
}
