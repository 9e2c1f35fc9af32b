package uk.frith.platform.reports.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.calls.DraftRepository.Way;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Channel;
import uk.frith.platform.reports.recording.Grade;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.LinkKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** From what was typed to a report. */
final class CallRules {

    /** What stands before the id of an incident that a call follows. */
    static final String FOLLOW_UP = LinkKind.FOLLOW_UP.name() + ":";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter REPORTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.UK).withZone(LONDON);
    private static final int THIS_CENTURY = 2000;

    /** A telephone number somewhere in a line: at least seven digits, as people space them. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,}[0-9]");

    /** A number of this country as it is dialled from abroad, with the nought that shouldn't be there and without. */
    private static final Pattern FROM_ABROAD = Pattern.compile("^\\s*(?:\\+|00)\\s*44[\\s-]*(?:\\(\\s*0\\s*\\)|0)?");

    /** What stands at the end of a line on somebody who is affected. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?i)[,;:\\s-]+(?<how>not (?:yet )?spoken to(?: yet)?|not yet|spoken(?: to)?|declined|declines|doesn't want to be spoken to)\\.?$");

    private static final Pattern DATE = Pattern.compile("(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.]?(\\d{2})");

    private CallRules() {}

    /** A number as it is dialled in this country, with the blanks that it was given; others as they are. */
    static String tidyPhone(String phone) {
        Matcher abroad = FROM_ABROAD.matcher(phone);
        return abroad.find() ? "0" + phone.substring(abroad.end()).strip() : phone.strip();
    }

    /**
     * The report that was typed.
     *
     * @param draft the screen's draft, which makes a second press of the button the same report
     * @param way how it was told
     * @param lsoaCode the small area of the place, if it could be found
     */
    static NewReport report(UUID draft, Way way, Typed typed, Optional<String> lsoaCode, Instant began) {
        List<Person> people = new ArrayList<>();
        caller(typed).ifPresent(people::add);
        people.addAll(affected(typed.affected()));
        return new NewReport(
                way == Way.CHAT ? "portal-chat" : "call",
                Optional.of(draft.toString()),
                way == Way.CHAT ? Channel.ONLINE : Channel.CALL,
                typed.account(),
                reported(typed.reported())
                        .filter(earlier -> earlier.isBefore(began))
                        .orElse(began),
                Optional.empty(),
                new NewReport.Place(typed.location(), lsoaCode),
                new NewReport.Chosen(
                        Choice.sent(AsbCategory.values(), typed.category()),
                        Optional.empty(),
                        Choice.sent(Grade.values(), typed.grade())),
                people,
                evidence(typed),
                typed.wishes(),
                follows(typed.follows()));
    }

    /** The caller, who is being spoken to now; nobody when neither name nor number is known. */
    private static Optional<Person> caller(Typed typed) {
        if (typed.name().isBlank() && typed.phone().isBlank()) {
            return Optional.empty();
        }
        Part part = Choice.sent(Part.values(), typed.part()).orElse(Part.CALLER);
        return Optional.of(
                new Person(part, typed.name().strip(), tidyPhone(typed.phone()), "", "", SpokenTo.SPOKEN_TO));
    }

    /**
     * Who else is affected, one to a line: the number is wherever digits stand, whether they were spoken to stands last, the
     * name is the rest.
     */
    static List<Person> affected(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(CallRules::person)
                .toList();
    }

    private static Person person(String line) {
        Matcher spoken = SPOKEN.matcher(line);
        boolean said = spoken.find() && spoken.start() > 0;
        String rest = said ? line.substring(0, spoken.start()) : line;
        Matcher number = PHONE.matcher(rest);
        String phone = number.find() ? number.group() : "";
        String name = rest.replace(phone, "").replaceAll("[,;:\\s-]+$", "").strip();
        return new Person(
                Part.AFFECTED,
                name,
                tidyPhone(phone),
                "",
                "",
                said ? spokenTo(spoken.group("how").toLowerCase(Locale.UK)) : SpokenTo.NOT_YET);
    }

    private static SpokenTo spokenTo(String how) {
        if (how.startsWith("not")) {
            return SpokenTo.NOT_YET;
        }
        return how.startsWith("spoken") ? SpokenTo.SPOKEN_TO : SpokenTo.DECLINED;
    }

    /** What was offered, one to a line; the kind is what was chosen, else what the words say. */
    static List<NewReport.Evidence> evidence(Typed typed) {
        Optional<EvidenceKind> chosen = Choice.sent(EvidenceKind.values(), typed.evidenceKind());
        return typed.evidence()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new NewReport.Evidence(
                        chosen.orElseGet(() -> kind(line)), line, typed.heldBy().strip()))
                .toList();
    }

    /** The kind of evidence that a line tells of. */
    static EvidenceKind kind(String line) {
        String words = line.toLowerCase(Locale.UK);
        if (words.matches(".*\\b(video|videos|film|films|filmed|footage|cctv|doorbell|dash ?cam|camera)\\b.*")) {
            return EvidenceKind.VIDEO;
        }
        if (words.matches(
                ".*\\b(message|messages|text|texts|whatsapp|email|e-mail|emails|letter|letters|screenshots?|facebook|snapchat)\\b.*")) {
            return EvidenceKind.MESSAGES;
        }
        if (words.matches(".*\\b(photo|photos|photograph|photographs|picture|pictures|pics?)\\b.*")) {
            return EvidenceKind.PHOTO;
        }
        if (words.matches(".*\\b(audio|sound|recording|recordings|recorded|voicemail|voice)\\b.*")) {
            return EvidenceKind.AUDIO;
        }
        if (words.matches(".*\\b(diary|diaries|log|logs|sheet|sheets|notes?|dates)\\b.*")) {
            return EvidenceKind.DIARY;
        }
        return EvidenceKind.OTHER;
    }

    static Optional<NewReport.Follows> follows(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<LinkKind> kind = Choice.sent(LinkKind.values(), typed.substring(0, colon));
        try {
            UUID incident = UUID.fromString(typed.substring(colon + 1));
            return kind.map(how -> new NewReport.Follows(incident, how));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A day and an hour as logs write them, as {@code 2026-11-26 21:40}; empty when there is no such moment. */
    static Optional<String> moment(String day, String hour) {
        Matcher date = DATE.matcher(day);
        Matcher time = TIME.matcher(hour);
        if (!date.matches() || !time.lookingAt()) {
            return Optional.empty();
        }
        boolean yearFirst = date.group(1).length() == 4;
        int year = Integer.parseInt(date.group(yearFirst ? 1 : 3));
        int dayOfMonth = Integer.parseInt(date.group(yearFirst ? 3 : 1));
        try {
            LocalDate on =
                    LocalDate.of(year < 100 ? THIS_CENTURY + year : year, Integer.parseInt(date.group(2)), dayOfMonth);
            LocalTime at = LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
            return Optional.of(on + " " + at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When somebody first heard of it; empty when nothing says so. */
    static Optional<Instant> reported(String moment) {
        try {
            return moment.isBlank()
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(moment.strip(), REPORTED).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
