package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.launcher.TestDatabase;

/** What the database lets whom do, read from its own catalogue and compared with what has been reviewed. */
class AccessGridDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** Of the schemas that chapters have. */
    private static final String IN_CHAPTERS =
            " n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public') ";

    /** Functions that run with their owner's rights, each reviewed, and who may call them. */
    private static final Set<String> REVIEWED = Set.of(
            "audit.current_era() frith_app frith_signin",
            "audit.keep_former_version()",
            "audit.organisation() frith_app frith_signin",
            "audit.seal_batch() frith_app",
            "exchange.arrive(bytea) frith_app",
            "exchange.is_jurisdiction(text) frith_app",
            "exchange.jurisdiction_of(uuid) frith_app",
            "exchange.keep_former_key()",
            "exchange.my_partner() frith_app",
            "exchange.secret_of(uuid) frith_app",
            "identity.arrive() frith_app",
            "identity.glance() frith_app",
            "identity.confined_to() frith_app frith_signin",
            "identity.end_sessions_of(uuid) frith_app",
            "identity.i_have_role(text[]) frith_app frith_signin",
            "identity.keep_former_role()",
            "identity.keep_former_setting()",
            "identity.leave() frith_app",
            "identity.me() frith_app frith_signin",
            "identity.my_organisations() frith_app frith_signin",
            "identity.sign_in_facts() frith_app",
            "identity.unlock(uuid) frith_app",
            "dialogue.answer(text, text) frith_app",
            "dialogue.invited(text) frith_app",
            "dialogue.my_incident() frith_app",
            "evidence.has_room(bigint) frith_app",
            "signs.any_text_to_forget() frith_app",
            "signs.forget_texts() frith_app",
            "signs.is_damaged(text) frith_app",
            "signs.lies_in(uuid, text) frith_app",
            "signs.make_text_key()",
            "signs.is_force(uuid) frith_app",
            "signs.news_at(text) frith_app",
            "signs.partners() frith_app",
            "signs.questions(text) frith_app",
            "signs.read(text) frith_app",
            "signs.spot(text) frith_app",
            "signs.tell(text, integer, integer, text) frith_app",
            "signs.text_answered(uuid, text, text, bytea, text, uuid) frith_app",
            "signs.text_arrives(text, text, text, bigint, bytea, bytea) frith_app",
            "signs.text_before(uuid, text, bytea, bytea) frith_app",
            "signs.text_is_forged(text, bigint, bytea, bytea) frith_app",
            "signs.text_seed(uuid, text, bytea) frith_app",
            "signs.without_area() frith_app",
            "chat.attends(uuid, uuid) frith_app",
            "chat.somebody_answers(uuid) frith_app",
            "portal.any_to_forget() frith_app",
            "portal.come_back(text, text, text) frith_app",
            "portal.discard() frith_app",
            "portal.forces() frith_app",
            "portal.forget() frith_app",
            "portal.hide(text[]) frith_app",
            "portal.ids_for_auditors() frith_app",
            "portal.leave() frith_app",
            "portal.leave_alone(uuid, timestamp with time zone) frith_app",
            "portal.my_draft() frith_app",
            "portal.my_report() frith_app",
            "portal.renew_secret(text) frith_app",
            "portal.saved(text) frith_app",
            "portal.send(uuid, text) frith_app",
            "portal.start_draft(text, text, text, text, text, uuid) frith_app",
            "integrity.account_in_hand() frith_app",
            "integrity.closed_samples() frith_app",
            "integrity.in_my_hands() frith_app",
            "integrity.judge_blindness()",
            "integrity.my_reading() frith_app",
            "integrity.progress() frith_app",
            "integrity.queue(uuid) frith_app",
            "integrity.take_up(uuid) frith_app",
            "integrity.told_before_in_hand() frith_app");

    /** Tables about people that every row-level policy guards. */
    private static final Set<String> GUARDED = Set.of(
            "audit.entry",
            "audit.history",
            "identity.account",
            "identity.account_role",
            "identity.organisation",
            "identity.role_setting",
            "identity.team");

    /** Tables of sign-in alone: the application's role has no right to them at all. */
    private static final Set<String> SECRETS = Set.of(
            "identity.credential",
            "identity.one_time_link",
            "identity.pending_sign_in",
            "identity.session",
            "identity.sign_in_try");

    @Test
    void every_function_that_runs_with_its_owners_rights_has_been_reviewed() {
        Set<String> found = new TreeSet<>(texts("""
                select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
                       || coalesce((select string_agg(' ' || g.grantee::regrole, '' order by g.grantee::regrole::text)
                                    from aclexplode(p.proacl) g where g.grantee <> p.proowner), '')
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and""" + IN_CHAPTERS));
        Set<String> byTypes = found.stream()
                .map(function -> function.replaceAll("(\\(|, )[a-z_]+ ", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(byTypes).isEqualTo(new TreeSet<>(REVIEWED));
    }

    @Test
    void every_function_that_runs_with_its_owners_rights_looks_for_names_nowhere() {
        assertThat(texts("""
                select n.nspname || '.' || p.proname
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and not coalesce(p.proconfig, '{}') @> array['search_path=""'] and""" + IN_CHAPTERS)).isEmpty();
    }

    @Test
    void nobody_who_is_not_named_runs_a_function_of_audit_or_identity() {
        assertThat(texts("""
                select n.nspname || '.' || p.proname
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname in ('audit', 'identity')
                  and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0))""")).isEmpty();
    }

    @Test
    void everything_belongs_to_the_owner_and_nothing_to_the_roles_that_work() {
        assertThat(texts("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relowner::regrole::text <> 'frith_owner' and""" + IN_CHAPTERS)).isEmpty();
        assertThat(texts("select nspname from pg_namespace n where nspowner::regrole::text <> 'frith_owner' and"
                        + IN_CHAPTERS))
                .isEmpty();
        assertThat(texts("""
                select relname from pg_class where relowner in ('frith_app'::regrole, 'frith_signin'::regrole)
                union all
                select proname from pg_proc where proowner in ('frith_app'::regrole, 'frith_signin'::regrole)""")).isEmpty();
    }

    @Test
    void the_roles_that_work_have_no_powers_and_belong_to_no_other_role() {
        assertThat(texts("""
                select rolname from pg_roles
                where rolname in ('frith_app', 'frith_signin')
                  and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)""")).isEmpty();
        assertThat(texts("""
                select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member
                where r.rolname in ('frith_app', 'frith_signin')""")).isEmpty();
    }

    @Test
    void row_level_security_guards_every_table_about_people() {
        assertThat(texts("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relrowsecurity and n.nspname in ('audit', 'identity')""")).containsExactlyInAnyOrderElementsOf(GUARDED);
    }

    @Test
    void the_application_has_no_right_whatever_to_the_secrets_of_sign_in() {
        for (String table : SECRETS) {
            for (String right : List.of("select", "insert", "update", "delete", "truncate", "references", "trigger")) {
                assertThat(one("select has_table_privilege('frith_app', '" + table + "', '" + right + "')"))
                        .as("%s %s", right, table)
                        .isEqualTo("f");
            }
            assertThat(one("select has_any_column_privilege('frith_app', '" + table + "', 'select')"))
                    .isEqualTo("f");
        }
    }

    @Test
    void sign_ins_role_enters_no_schema_but_audit_and_identity() {
        assertThat(texts("select n.nspname from pg_namespace n"
                        + " where has_schema_privilege('frith_signin', n.oid, 'usage') and" + IN_CHAPTERS))
                .containsExactlyInAnyOrder("audit", "identity");
    }

    @Test
    void nobody_but_the_owner_makes_anything() {
        assertThat(texts("""
                select r.rolname || ' in ' || n.nspname
                from pg_namespace n, pg_roles r
                where r.rolname in ('frith_app', 'frith_signin') and n.nspname not like 'pg\\_%'
                  and has_schema_privilege(r.oid, n.oid, 'create')""")).isEmpty();
        assertThat(one("select has_database_privilege('frith_app', current_database(), 'temp')"))
                .isEqualTo("f");
        assertThat(one("select has_database_privilege('frith_app', current_database(), 'create')"))
                .isEqualTo("f");
    }

    @Test
    void no_view_shows_more_than_its_reader_may_see() {
        assertThat(texts("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']
                  and""" + IN_CHAPTERS)).isEmpty();
    }

    @Test
    void the_lists_in_the_code_are_the_lists_in_the_database() {
        assertThat(listOf("identity.account_role", "role")).isEqualTo(names(Role.values()));
        assertThat(listOf("identity.role_setting", "role")).isEqualTo(names(Role.values()));
        assertThat(listOf("identity.account", "state")).isEqualTo(names(AccountState.values()));
        assertThat(listOf("identity.organisation", "kind")).isEqualTo(names(OrganisationKind.values()));
        assertThat(listOf("identity.one_time_link", "kind")).isEqualTo(names(LinkKind.values()));
        assertThat(listOf("audit.entry", "act")).isEqualTo(names(Act.values()));
    }

    @Test
    void every_service_actor_has_its_account() {
        Set<String> there = new TreeSet<>(texts("select id::text from identity.account where state = 'SERVICE'"));
        assertThat(there)
                .isEqualTo(Arrays.stream(ServiceActor.values())
                        .map(actor -> actor.account().toString())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The values that a column's check names. */
    private static Set<String> listOf(String table, String column) {
        String checks = String.join(
                " ",
                texts("select pg_get_constraintdef(oid) from pg_constraint where contype = 'c'"
                        + " and conrelid = '" + table + "'::regclass and pg_get_constraintdef(oid) like '%(" + column
                        + " = ANY%'"));
        Set<String> values = new TreeSet<>();
        Matcher quoted = Pattern.compile("'([A-Z_]+)'").matcher(checks);
        while (quoted.find()) {
            values.add(quoted.group(1));
        }
        return values;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(String sql) {
        JdbcClient owner = DATABASE.asOwner();
        return owner.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    private static String one(String sql) {
        return DATABASE.asOwner().sql(sql).query((row, n) -> row.getString(1)).single();
    }
}
