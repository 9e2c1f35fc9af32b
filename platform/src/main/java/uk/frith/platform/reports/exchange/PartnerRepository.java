package uk.frith.platform.reports.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.AsbType;

/** The SQL of the register of partners. */
@Repository
class PartnerRepository {

    // language=postgresql
    private static final String PARTNERS = """
            select p.id, p.name, p.word, p.kind, p.contact_name, p.contact_email, p.contact_phone, p.state,
                   array(select t.type from exchange.takes t where t.partner_id = p.id order by t.type) as takes
            from exchange.partner p
            """;

    // language=postgresql
    private static final String ALL = PARTNERS + " where p.organisation_id = ? order by p.state, p.name, p.id";

    // language=postgresql
    private static final String ONE = PARTNERS + " where p.id = ?";

    // language=postgresql
    private static final String ADD = """
            insert into exchange.partner (organisation_id, name, word, kind, contact_name, contact_email, contact_phone,
                                          created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
            """;

    // language=postgresql
    private static final String CHANGE = """
            update exchange.partner set name = ?, kind = ?, contact_name = ?, contact_email = ?, contact_phone = ?, state = ?
            where id = ?
              and not exists (select 1 from exchange.partner o where o.organisation_id = ? and o.name = ? and o.id <> ?)
            """;

    // language=postgresql
    private static final String TAKE_NONE = "delete from exchange.takes where partner_id = ?";

    // language=postgresql
    private static final String TAKE = """
            insert into exchange.takes (partner_id, organisation_id, type) select ?, ?, unnest(?::text[])
            """;

    private final JdbcClient jdbc;

    PartnerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a partnership goes on; the same values as the database's list. */
    enum State {
        ACTIVE,
        ENDED
    }

    /**
     * A partner in the register.
     *
     * @param word by which its reports are told from another's; it never changes
     * @param takes what it deals with
     */
    record Partner(
            UUID id,
            String name,
            String word,
            PartnerKind kind,
            String contactName,
            String contactEmail,
            String contactPhone,
            State state,
            Set<AsbType> takes) {
        Partner {
            takes = Set.copyOf(takes);
        }

        @Override
        public String toString() {
            return "partner=" + id;
        }
    }

    List<Partner> all(UUID organisation) {
        return jdbc.sql(ALL).param(organisation).query((row, n) -> partner(row)).list();
    }

    Optional<Partner> one(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> partner(row)).optional();
    }

    /** Under the first of the words that is free; empty when there is a partner of that name already. */
    Optional<UUID> add(UUID organisation, PartnerRules.Form form, List<String> words, Instant now) {
        Optional<UUID> added = words.stream()
                .map(word -> add(organisation, form, word, now))
                .flatMap(Optional::stream)
                .findFirst();
        added.ifPresent(id -> take(organisation, id, form.takes()));
        return added;
    }

    private Optional<UUID> add(UUID organisation, PartnerRules.Form form, String word, Instant now) {
        return jdbc.sql(ADD)
                .param(organisation)
                .param(form.name())
                .param(word)
                .param(form.kind().orElseThrow().name())
                .param(form.contactName())
                .param(form.contactEmail())
                .param(form.contactPhone())
                .param(now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** False when it isn't there or another has the name. */
    boolean change(UUID organisation, UUID id, PartnerRules.Form form, State state) {
        boolean changed = jdbc.sql(CHANGE)
                        .param(form.name())
                        .param(form.kind().orElseThrow().name())
                        .param(form.contactName())
                        .param(form.contactEmail())
                        .param(form.contactPhone())
                        .param(state.name())
                        .param(id)
                        .param(organisation)
                        .param(form.name())
                        .param(id)
                        .update()
                == 1;
        if (changed) {
            take(organisation, id, form.takes());
        }
        return changed;
    }

    private void take(UUID organisation, UUID id, Set<AsbType> types) {
        jdbc.sql(TAKE_NONE).param(id).update();
        jdbc.sql(TAKE)
                .param(id)
                .param(organisation)
                .param(types.stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("word"),
                PartnerKind.valueOf(row.getString("kind")),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"),
                State.valueOf(row.getString("state")),
                Arrays.stream((String[]) row.getArray("takes").getArray())
                        .map(AsbType::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
