package uk.frith.platform.reports.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reading: whose turn it is, the account in hand, what a reader expects, and what was recorded. */
@Repository
class ReadingRepository {

    // language=postgresql
    private static final String QUEUE = "select item_id, number, standing from integrity.queue(?)";

    // language=postgresql
    private static final String TAKE_UP = "select integrity.take_up(?)";

    // language=postgresql
    private static final String IN_HAND = "select * from integrity.account_in_hand()";

    // language=postgresql
    private static final String TOLD_BEFORE = "select reported_at, account from integrity.told_before_in_hand()";

    // language=postgresql
    private static final String ITEM =
            "select id, number, incident_id from integrity.item where sample_id = ? and number = ?";

    // language=postgresql
    private static final String MINE =
            "select * from integrity.reading where item_id = ? and reader_id = identity.me()";

    // language=postgresql
    private static final String EXPECTED =
            "select * from integrity.expected_crime where reading_id = ? order by number";

    // language=postgresql
    private static final String FORGET_EXPECTED = "delete from integrity.expected_crime where reading_id = ?";

    // language=postgresql
    private static final String EXPECT = """
            insert into integrity.expected_crime (reading_id, number, sample_id, organisation_id, reader_id, class_code,
                class_name, victims, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String KEEP = """
            update integrity.reading set state = ?, category = ?, remark = ?, saved_at = ? where id = ? and state = 'IN_HAND'
            """;

    // language=postgresql
    private static final String STANDS = """
            select d.reference, d.category, d.opening_category, d.reported_at, d.owner_id, d.taken_by, d.closed_by,
                   d.team_id
            from recording.dealt_with d where d.incident_id = ?
            """;

    // language=postgresql
    private static final String RECORDED = """
            select c.class_code, c.class_name, sum(c.victims)::int as victims
            from recording.recorded_crime c where c.incident_id = ? and c.recorded_at <= ?
            group by c.class_code, c.class_name order by c.class_code
            """;

    private final JdbcClient jdbc;

    ReadingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an item of a sample stands for whoever asks. */
    enum Standing {
        FREE("To read"),
        MINE("In your hands"),
        READ_BY_ME("Read by you"),
        READ("Read"),
        BEING_READ("Being read"),
        OWN_WORK("Your own work: somebody else reads it");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** An item's place in the queue. */
    record Queued(UUID item, int number, Standing standing) {}

    List<Queued> queue(UUID sample) {
        return jdbc.sql(QUEUE)
                .param(sample)
                .query((row, n) -> new Queued(
                        row.getObject("item_id", UUID.class),
                        row.getInt("number"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }

    boolean takeUp(UUID item) {
        return jdbc.sql(TAKE_UP).param(item).query(Boolean.class).single();
    }

    /** An account and when and where it happened; nothing of what was made of it. */
    record InHand(
            UUID item, Instant reported, Instant from, Instant to, String location, String channel, String account) {
        @Override
        public String toString() {
            return "InHand[" + item + "]";
        }
    }

    Optional<InHand> inHand() {
        return jdbc.sql(IN_HAND)
                .query((row, n) -> new InHand(
                        row.getObject("item_id", UUID.class),
                        moment(row, "reported_at"),
                        moment(row, "occurred_from"),
                        moment(row, "occurred_to"),
                        row.getString("location"),
                        row.getString("channel"),
                        row.getString("account")))
                .optional();
    }

    /** What was told before by the same people. */
    record ToldBefore(Instant reported, String account) {
        @Override
        public String toString() {
            return "ToldBefore[" + reported + "]";
        }
    }

    List<ToldBefore> toldBefore() {
        return jdbc.sql(TOLD_BEFORE)
                .query((row, n) -> new ToldBefore(moment(row, "reported_at"), row.getString("account")))
                .list();
    }

    /** One of a sample's incidents. */
    record Item(UUID id, int number, UUID incident) {}

    Optional<Item> item(UUID sample, int number) {
        return jdbc.sql(ITEM)
                .param(sample)
                .param(number)
                .query((row, n) -> new Item(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getObject("incident_id", UUID.class)))
                .optional();
    }

    /** The asker's own reading of an item. */
    record Mine(UUID id, boolean inHand, boolean saved, Optional<Sorting> category, String remark, boolean blind) {
        @Override
        public String toString() {
            return "Mine[" + id + "]";
        }
    }

    Optional<Mine> mine(UUID item) {
        return jdbc.sql(MINE)
                .param(item)
                .query((row, n) -> new Mine(
                        row.getObject("id", UUID.class),
                        row.getString("state").equals("IN_HAND"),
                        row.getString("state").equals("SAVED"),
                        Optional.ofNullable(row.getString("category")).map(Sorting::valueOf),
                        row.getString("remark"),
                        row.getBoolean("blind")))
                .optional();
    }

    List<Crime> expected(UUID reading) {
        return jdbc.sql(EXPECTED)
                .param(reading)
                .query((row, n) -> expected(row))
                .list();
    }

    static Crime expected(ResultSet row) throws SQLException {
        return new Crime(
                row.getString("class_code"),
                row.getString("class_name"),
                row.getInt("victims"),
                row.getString("words"));
    }

    /** What a reader says of an account. */
    record Said(Optional<Sorting> category, List<Crime> crimes, String remark) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** Whose reading of which sample. */
    record Reader(UUID account, UUID organisation, UUID sample) {}

    /** Keeps what a reader says; saved, it can't be changed any more. False when it isn't in their hands. */
    boolean keep(Reader reader, UUID reading, Said said, String state, @Nullable Instant saved) {
        jdbc.sql(FORGET_EXPECTED).param(reading).update();
        int number = 1;
        for (Crime crime : said.crimes()) {
            jdbc.sql(EXPECT)
                    .param(reading)
                    .param(number++)
                    .param(reader.sample())
                    .param(reader.organisation())
                    .param(reader.account())
                    .param(crime.code())
                    .param(crime.name())
                    .param(crime.victims())
                    .param(crime.words())
                    .update();
        }
        return jdbc.sql(KEEP)
                        .param(state)
                        .param(said.category().map(Enum::name).orElse(null))
                        .param(said.remark())
                        .param(saved == null ? null : SampleRepository.at(saved))
                        .param(reading)
                        .update()
                == 1;
    }

    /** How an incident stands. */
    record Stands(
            String reference,
            Sorting category,
            Sorting opening,
            Instant reported,
            Optional<UUID> owner,
            Optional<UUID> taker,
            Optional<UUID> closer,
            Optional<UUID> team) {}

    Optional<Stands> stands(UUID incident) {
        return jdbc.sql(STANDS)
                .param(incident)
                .query((row, n) -> new Stands(
                        row.getString("reference"),
                        Sorting.valueOf(row.getString("category")),
                        Sorting.valueOf(row.getString("opening_category")),
                        moment(row, "reported_at"),
                        Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                        Optional.ofNullable(row.getObject("taken_by", UUID.class)),
                        Optional.ofNullable(row.getObject("closed_by", UUID.class)),
                        Optional.ofNullable(row.getObject("team_id", UUID.class))))
                .optional();
    }

    /** The crimes of an incident that stood by a moment. */
    List<Crime> recorded(UUID incident, Instant by) {
        return jdbc.sql(RECORDED)
                .param(incident)
                .param(SampleRepository.at(by))
                .query((row, n) ->
                        new Crime(row.getString("class_code"), row.getString("class_name"), row.getInt("victims"), ""))
                .list();
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
