package uk.frith.platform.reports.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.reports.integrity.FilmRepository.Coming;
import uk.frith.platform.reports.integrity.FilmRepository.Film;

/** Films beside the learning texts: taken in with captions and a transcript, or not at all. Within the caller's work at the desk. */
@Component
class Films {

    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 100;

    private final FilmRepository repository;
    private final InstantSource clock;

    Films(FilmRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What a form brought. */
    record Sent(@Nullable MultipartFile film, @Nullable MultipartFile captions, String title, String transcript) {}

    /** The film beside the text of a code. */
    Optional<FilmPart> of(Actor actor, String code) {
        return repository.of(actor.organisation(), List.of(code)).stream()
                .map(Film::part)
                .findFirst();
    }

    /** The films beside the texts of several codes, by code; asked for once. */
    Map<String, FilmPart> of(Actor actor, Collection<String> codes) {
        return repository.of(actor.organisation(), codes).stream()
                .collect(Collectors.toMap(Film::code, Film::part, (one, other) -> one));
    }

    boolean remove(Actor actor, String code) {
        return repository.remove(actor.organisation(), code, actor.account(), clock.instant());
    }

    /** Keeps a film in place of the former one; gives what is wrong when it doesn't. */
    List<ErrorLink> keep(Actor actor, String code, Sent sent) {
        try {
            return kept(actor, code, sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ErrorLink> kept(Actor actor, String code, Sent sent) throws IOException {
        List<ErrorLink> errors = new ArrayList<>();
        MultipartFile film = sent.film();
        MultipartFile captions = sent.captions();
        Optional<String> type = Optional.empty();
        if (film == null || film.isEmpty()) {
            errors.add(ErrorLink.at("film", "Choose a film"));
        } else if (film.getSize() > FilmRules.LARGEST_BYTES) {
            errors.add(ErrorLink.at("film", "The film is larger than 50 MB. Make it shorter or smaller"));
        } else {
            type = FilmRules.mediaType(head(film));
            if (type.isEmpty()) {
                errors.add(ErrorLink.at("film", "The film is neither MP4 nor WebM, whatever its name says"));
            }
        }
        String words = captions == null || captions.getSize() > FilmRules.LONGEST_CAPTIONS * 4L
                ? ""
                : FilmRules.captions(captions.getBytes());
        FilmRules.faultOfCaptions(words).ifPresent(fault -> errors.add(ErrorLink.at("captions", fault)));
        String title = plain(sent.title());
        if (title.length() < SHORTEST_TITLE || title.length() > LONGEST_TITLE) {
            errors.add(ErrorLink.at("title", "Give a title of 3 to 100 characters"));
        }
        String transcript = plain(sent.transcript());
        if (transcript.length() < FilmRules.SHORTEST_TRANSCRIPT || transcript.length() > FilmRules.LONGEST_TRANSCRIPT) {
            errors.add(ErrorLink.at("transcript", "Write what is said and shown, in 20 to 20,000 characters"));
        }
        if (errors.isEmpty() && film != null) {
            remove(actor, code);
            try (InputStream content = film.getInputStream()) {
                repository.add(
                        new Coming(
                                actor.organisation(),
                                code,
                                title,
                                type.orElseThrow(),
                                film.getSize(),
                                digest(film),
                                words,
                                transcript,
                                actor.account()),
                        content,
                        clock.instant());
            }
        }
        return errors;
    }

    private static String plain(String typed) {
        return typed.replace("\0", "").replace("\r\n", "\n").strip();
    }

    private static byte[] head(MultipartFile film) throws IOException {
        try (InputStream in = film.getInputStream()) {
            return in.readNBytes(FilmRules.HEAD_BYTES);
        }
    }

    private static String digest(MultipartFile film) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(film.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
