package uk.frith.platform.portal.signs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of text messages and of the gateway that hands them over. */
@Repository
class TextRepository {

    // language=postgresql
    private static final String ARRIVES = "select * from signs.text_arrives(?, ?, ?, ?, ?, ?)";

    // language=postgresql
    private static final String IS_FORGED = "select * from signs.text_is_forged(?, ?, ?, ?)";

    // language=postgresql
    private static final String ANY_TO_FORGET = "select signs.any_text_to_forget()";

    // language=postgresql
    private static final String FORGET = "select signs.forget_texts()";

    // language=postgresql
    private static final String BEFORE = "select * from signs.text_before(?, ?, ?, ?)";

    // language=postgresql
    private static final String SEED = "select signs.text_seed(?, ?, ?)";

    // language=postgresql
    private static final String ANSWERED = "select signs.text_answered(?, ?, ?, ?, ?, ?)";

    // language=postgresql
    private static final String NUMBER = "select number from signs.gateway where organisation_id = ?";

    // language=postgresql
    private static final String SET = """
            insert into signs.gateway (organisation_id, number, secret, set_by) values (:force, :number, :secret, :by)
            on conflict (organisation_id)
                do update set number = :number, secret = :secret, set_by = :by, set_at = clock_timestamp()
            """;

    // language=postgresql
    private static final String END = "delete from signs.gateway where organisation_id = ?";

    // language=postgresql
    private static final String IS_THIS_A_FORCE = "select kind = 'POLICE' from identity.organisation where id = ?";

    private final JdbcClient jdbc;

    TextRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text as it came in; its body and signature in hexadecimal. */
    record Arrived(
            String number, String sender, String message, long stamp, String body, String signature, String text) {
        @Override
        public String toString() {
            return "Arrived";
        }
    }

    /**
     * How it stands.
     *
     * @param standing {@code GOOD}, {@code FORGED}, {@code OLD} or {@code REPLAYED}
     * @param outcome how it was answered before; empty when it wasn't
     * @param same whether it was the same text then
     * @param code the return code of what it became then; empty when it became nothing
     */
    record Standing(
            String standing,
            Optional<UUID> organisation,
            String outcome,
            boolean same,
            String code,
            long recent,
            Optional<Instant> first) {}

    /**
     * How many texts were forged.
     *
     * @param thisMinute with the one that is asked about
     * @param before in the last minute before it in which there were any
     */
    record Forged(int thisMinute, int before) {}

    /** Empty when the gateway of its number signed it. */
    Optional<Forged> forged(Arrived text) {
        return jdbc.sql(IS_FORGED)
                .param(text.number())
                .param(text.stamp())
                .param(HexFormat.of().parseHex(text.body()))
                .param(HexFormat.of().parseHex(text.signature()))
                .query((row, n) -> new Forged(row.getInt("this_minute"), row.getInt("before")))
                .optional();
    }

    boolean anyToForget() {
        return jdbc.sql(ANY_TO_FORGET).query(Boolean.class).single();
    }

    /** Forgets what is kept of old texts; gives how many. */
    int forget() {
        return jdbc.sql(FORGET).query(Integer.class).single();
    }

    Standing arrives(Arrived text) {
        return jdbc.sql(ARRIVES)
                .param(text.number())
                .param(text.sender())
                .param(text.message())
                .param(text.stamp())
                .param(HexFormat.of().parseHex(text.body()))
                .param(HexFormat.of().parseHex(text.signature()))
                .query((row, n) -> new Standing(
                        row.getString("standing"),
                        Optional.ofNullable(row.getObject("organisation", UUID.class)),
                        row.getString("outcome"),
                        row.getBoolean("same"),
                        row.getString("code"),
                        row.getLong("recent"),
                        Optional.ofNullable(row.getObject("first_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** How a text stands that somebody else answers at the same time; empty when nobody does. */
    Optional<Standing> before(UUID organisation, Arrived text) {
        return jdbc.sql(BEFORE)
                .param(organisation)
                .param(text.message())
                .param(HexFormat.of().parseHex(text.body()))
                .param(HexFormat.of().parseHex(text.signature()))
                .query((row, n) -> new Standing(
                        "GOOD",
                        Optional.of(organisation),
                        row.getString("outcome"),
                        row.getBoolean("same"),
                        row.getString("code"),
                        0,
                        Optional.empty()))
                .optional();
    }

    byte[] seed(UUID organisation, Arrived text) {
        return jdbc.sql(SEED)
                .param(organisation)
                .param(text.message())
                .param(HexFormat.of().parseHex(text.signature()))
                .query(byte[].class)
                .single();
    }

    void answered(UUID organisation, Arrived text, String outcome, @Nullable UUID report) {
        jdbc.sql(ANSWERED)
                .param(organisation)
                .param(text.sender())
                .param(text.message())
                .param(HexFormat.of().parseHex(text.body()))
                .param(outcome)
                .param(report)
                .query((row, n) -> 0)
                .single();
    }

    /** The number that is printed; empty when none is set. */
    Optional<String> number(UUID organisation) {
        return jdbc.sql(NUMBER).param(organisation).query(String.class).optional();
    }

    /** Whether it is a police force: nobody else is told by text message. */
    boolean isForce(UUID organisation) {
        return jdbc.sql(IS_THIS_A_FORCE)
                .param(organisation)
                .query(Boolean.class)
                .single();
    }

    /**
     * Sets the number in place of any before.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another force has it
     */
    void set(UUID organisation, String number, byte[] secret, UUID by) {
        jdbc.sql(SET)
                .param("force", organisation)
                .param("number", number)
                .param("secret", secret)
                .param("by", by)
                .update();
    }

    void end(UUID organisation) {
        jdbc.sql(END).param(organisation).update();
    }
}
