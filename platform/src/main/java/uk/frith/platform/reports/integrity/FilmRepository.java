package uk.frith.platform.reports.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of films beside the learning texts. */
@Repository
class FilmRepository {

    /** So much of a film is in memory at once, and in one row. */
    static final int PART_BYTES = 1 << 20;

    /** Without captions, which a player fetches by themselves. */
    private static final String FILM =
            "select id, code, title, media_type, bytes, transcript from integrity.film where removed_at is null";

    // language=postgresql
    private static final String HELD = FILM + " and organisation_id = ? order by title, id";

    // language=postgresql
    private static final String OF_CODES = FILM + " and organisation_id = ? and code = any (?)";

    // language=postgresql
    private static final String ONE = FILM + " and id = ?";

    // language=postgresql
    private static final String CAPTIONS = "select captions from integrity.film where id = ? and removed_at is null";

    // language=postgresql
    private static final String REMOVE = """
            update integrity.film set removed_at = ?, removed_by = ?
            where organisation_id = ? and code = ? and removed_at is null
            """;

    // language=postgresql
    private static final String ADD = """
            insert into integrity.film (organisation_id, code, title, media_type, bytes, sha256, captions, transcript,
                added_at, added_by)
            values (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String ADD_PART =
            "insert into integrity.film_part (film_id, number, content) values (?, ?, ?)";

    // language=postgresql
    private static final String PART = "select content from integrity.film_part where film_id = ? and number = ?";

    private final JdbcClient jdbc;

    FilmRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A film that stands beside the text of a code. */
    record Film(UUID id, String code, String title, String mediaType, long bytes, String transcript) {

        FilmPart part() {
            return new FilmPart(id.toString(), title, mediaType, transcript, "/learning-films/" + id);
        }
    }

    /** A film that is to be kept. */
    record Coming(
            UUID organisation,
            String code,
            String title,
            String mediaType,
            long bytes,
            String sha256,
            String captions,
            String transcript,
            UUID by) {}

    List<Film> held(UUID organisation) {
        return jdbc.sql(HELD).param(organisation).query((row, n) -> film(row)).list();
    }

    /** Those that stand beside the texts of these codes. */
    List<Film> of(UUID organisation, Collection<String> codes) {
        return jdbc.sql(OF_CODES)
                .param(organisation)
                .param(codes.toArray(String[]::new))
                .query((row, n) -> film(row))
                .list();
    }

    Optional<Film> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> film(row)).optional();
    }

    private static Film film(ResultSet row) throws SQLException {
        return new Film(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("transcript"));
    }

    Optional<String> captions(UUID id) {
        return jdbc.sql(CAPTIONS).param(id).query(String.class).optional();
    }

    /** True when there was one. */
    boolean remove(UUID organisation, String code, UUID by, Instant now) {
        return jdbc.sql(REMOVE)
                        .param(SampleRepository.at(now))
                        .param(by)
                        .param(organisation)
                        .param(code)
                        .update()
                == 1;
    }

    void add(Coming film, InputStream content, Instant now) throws IOException {
        UUID id = jdbc.sql(ADD)
                .param(film.organisation())
                .param(film.code())
                .param(film.title())
                .param(film.mediaType())
                .param(film.bytes())
                .param(film.sha256())
                .param(film.captions())
                .param(film.transcript())
                .param(SampleRepository.at(now))
                .param(film.by())
                .query(UUID.class)
                .single();
        int number = 0;
        for (byte[] part = content.readNBytes(PART_BYTES); part.length > 0; part = content.readNBytes(PART_BYTES)) {
            jdbc.sql(ADD_PART).param(id).param(number).param(part).update();
            number++;
        }
    }

    /** One part of a film, from nought on. */
    byte[] part(UUID id, int number) {
        return jdbc.sql(PART)
                .param(id)
                .param(number)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }
}
