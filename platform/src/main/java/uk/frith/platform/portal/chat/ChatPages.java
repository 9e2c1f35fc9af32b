package uk.frith.platform.portal.chat;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.frith.narrative.Findings;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.NavigationItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.chat.ChatPage.BoardPage;
import uk.frith.platform.portal.chat.ChatPage.Found;
import uk.frith.platform.portal.chat.ChatPage.Row;
import uk.frith.platform.portal.chat.ChatPage.StaffTalk;
import uk.frith.platform.portal.chat.ChatRules.Weighed;
import uk.frith.platform.portal.chat.ChatWork.Board;
import uk.frith.platform.portal.chat.ChatWork.View;
import uk.frith.platform.portal.dialogue.Conversations;
import uk.frith.platform.portal.dialogue.Conversations.Line;
import uk.frith.platform.reports.calls.TakenDown;
import uk.frith.platform.reports.recording.Vulnerability;

/** Chats as whoever answers them sees them: what waits, and each with what is heard in it. */
@Controller
@RequestMapping("/chats")
class ChatPages {

    private static final String TO_ANSWER = ChatWork.TO_ANSWER;
    private static final String TALK = "portal/chat/staff-talk";
    static final int LONGEST_LINE = 2_000;
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(LONDON);
    /** Longer than this nobody who chats should wait for the first answer. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final ChatWork work;
    private final ChatSettings settings;
    private final InstantSource clock;

    ChatPages(ChatWork work, ChatSettings settings, InstantSource clock) {
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ChatSettings.class)
    static class Words {
        @Bean
        NavigationItem chatWord() {
            return new NavigationItem(
                    "Chat", "Answer whoever writes to the force now.", "/chats", Permission.RECORD_INCIDENTS, 25);
        }
    }

    @GetMapping
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String list(Model model) {
        return list(List.of(), model);
    }

    private String list(List<ErrorLink> errors, Model model) {
        model.addAttribute("page", page(work.board(), errors));
        return "portal/chat/staff-list";
    }

    /** The list again, a little later; without content when nothing has changed. */
    @GetMapping("/board")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    @Nullable
    String board(@RequestParam(defaultValue = "") String seen, Model model, HttpServletResponse response) {
        BoardPage page = page(work.boardAgain(), List.of());
        if (page.mark().equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute("page", page);
        return "portal/chat/staff-board";
    }

    private BoardPage page(Board board, List<ErrorLink> errors) {
        Instant now = clock.instant();
        int load = ChatRules.load(board.mine());
        boolean full = board.waiting().stream()
                .findFirst()
                .filter(each -> !ChatRules.canAnswer(load, each.talk(), each.heard(), settings.mostAtOnce()))
                .isPresent();
        return new BoardPage(
                board.waiting().stream().map(each -> row(each, now)).toList(),
                board.mine().stream().map(each -> row(each, now)).toList(),
                board.others().stream().map(each -> row(each, now)).toList(),
                full,
                board.answering(),
                errors);
    }

    private static Row row(Weighed weighed, Instant now) {
        Talk talk = weighed.talk();
        boolean waits = !talk.attended();
        return new Row(
                path(talk.report()),
                weighed.heard().grade().words(),
                ChatRules.waited(talk.answeredBy().isEmpty() ? talk.began() : ChatRules.latest(talk), now),
                (int) talk.lines().stream()
                        .filter(line -> !line.byStaff() && !line.read())
                        .count(),
                waits && ChatRules.latest(talk).plus(LATE).isBefore(now));
    }

    private static String path(UUID report) {
        return "/chats/" + report;
    }

    /** Answers the most urgent that waits. */
    @PostMapping("/next")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String next(Model model, HttpServletResponse response) {
        Optional<UUID> taken = work.next();
        if (taken.isPresent()) {
            return "redirect:" + path(taken.get());
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        String why = "Nobody waits any more, or you have as many chats in hand as one person can answer well";
        return list(List.of(ErrorLink.at("next", why)), model);
    }

    /** Nobody is led to believe that somebody is there. */
    @PostMapping("/leave")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String leave() {
        work.leave();
        return "redirect:/";
    }

    @GetMapping("/{id}")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("page", page(work.open(id), Optional.empty(), "", List.of()));
        return TALK;
    }

    /** What is new; without content when nothing is. */
    @GetMapping("/{id}/lines")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    @Nullable
    String lines(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        Optional<View> news = work.news(id, seen);
        if (news.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute("page", page(news.get(), Optional.of(seen), "", List.of()));
        return "portal/chat/staff-news";
    }

    /** Says what was typed, or asks what was proposed and keeps what was typed. */
    @PostMapping("/{id}/say")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String say(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(defaultValue = "") String keep,
            Model model,
            HttpServletResponse response) {
        String said = Conversations.cleaned(ask.isBlank() ? text : ask);
        Optional<String> fault = said.isEmpty() || said.length() > LONGEST_LINE
                ? Optional.of("Write what you say, in at most 2,000 characters")
                : Optional.empty();
        ChatWork.Said done = work.say(id, said, fault, !keep.isEmpty());
        boolean kept = done.wrong().isEmpty();
        if (kept && (ask.isBlank() || text.isBlank())) {
            return "redirect:" + path(id);
        }
        response.setStatus(kept ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        List<ErrorLink> errors =
                done.wrong().map(wrong -> ErrorLink.at("text", wrong)).stream().toList();
        model.addAttribute("page", page(done.view(), Optional.empty(), text, errors));
        return TALK;
    }

    /** Takes it, or takes it over from whoever had it. */
    @PostMapping("/{id}/take")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String take(@PathVariable UUID id) {
        work.takeOver(id);
        return "redirect:" + path(id);
    }

    @PostMapping("/{id}/hand-on")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String handOn(@PathVariable UUID id) {
        work.handOn(id);
        return "redirect:/chats";
    }

    /** Takes it down on the call screen. */
    @PostMapping("/{id}/take-down")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String takeDown(@PathVariable UUID id) {
        return "redirect:" + work.takeDown(id).map(TakenDown::path).orElse(path(id));
    }

    @PostMapping("/{id}/end")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ANSWER)
    String end(@PathVariable UUID id) {
        work.end(id);
        return "redirect:/chats";
    }

    /** @param seen the mark of what the page shows already; empty for the whole page */
    private StaffTalk page(View view, Optional<String> seen, String typed, List<ErrorLink> errors) {
        Talk talk = view.weighed().talk();
        Findings findings = view.weighed().heard().findings();
        List<String> questions = view.questions();
        return new StaffTalk(
                path(talk.report()),
                ChatRules.staffMark(talk, clock.instant()),
                view.mine(),
                !talk.goesOn(),
                state(view),
                view.weighed().heard().grade().words(),
                findings.incident(),
                view.weighed().heard().reasons(),
                findings.crimes().stream()
                        .map(crime -> new Found(
                                crime.offence().code() + " " + crime.offence().name(), crime.span()))
                        .toList(),
                findings.vulnerability().stream()
                        .map(each -> new Found(Vulnerability.says(each), each.span()))
                        .toList(),
                questions.isEmpty() ? "" : questions.getFirst(),
                questions.size() > 1 ? questions.get(1) : "",
                talk.draft().isPresent(),
                said(talk, seen),
                typed,
                !errors.isEmpty() && !typed.isBlank(),
                errors);
    }

    private static String state(View view) {
        Talk talk = view.weighed().talk();
        if (talk.recorded()) {
            return "This chat is recorded. What the reporter writes from now on stands with their online report.";
        }
        if (talk.ended().isPresent()) {
            return "This chat is over" + (talk.draft().isPresent() ? ". Record what you took down." : ".");
        }
        if (talk.answeredBy().isEmpty()) {
            return "This chat waits for somebody to answer.";
        }
        if (!view.mine()) {
            return talk.attended()
                    ? "Somebody else answers this chat."
                    : "Whoever answered this chat has no page of it open any more. Answer it yourself.";
        }
        return view.gone()
                ? "The reporter may have gone: their page has asked for nothing new for a while. Some browsers don't ask by themselves."
                : "";
    }

    private static List<ChatPage.Said> said(Talk talk, Optional<String> seen) {
        ChatPage.Said first = new ChatPage.Said("Reporter", false, HOUR.format(talk.began()), talk.first());
        return Stream.concat(
                        seen.isEmpty() ? Stream.of(first) : Stream.empty(),
                        seen.map(talk::since).orElse(talk.lines()).stream().map(ChatPages::said))
                .toList();
    }

    private static ChatPage.Said said(Line line) {
        return new ChatPage.Said(
                line.byStaff() ? line.writer() : "Reporter", line.byStaff(), HOUR.format(line.at()), line.text());
    }
}
