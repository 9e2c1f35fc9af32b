-- An open page that asks for news by itself finds out whose session it is and doesn't keep it alive: people alone do.

create function identity.glance() returns table (
        account_id uuid, name text, organisation_id uuid, organisation text, force_slug text, team_id uuid,
        state text, roles text[], idle_seconds integer)
    stable security definer language sql set search_path = '' as $$
    select a.id, a.name, o.id, o.name, o.force_slug, a.team_id, a.state,
           array(select r.role from identity.account_role r where r.account_id = a.id order by r.role),
           (select s.idle_seconds from identity.session s
            where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8')))
    from identity.account a join identity.organisation o on o.id = a.organisation_id
    where a.id = identity.me()
$$;

create or replace function identity.arrive() returns table (
        account_id uuid, name text, organisation_id uuid, organisation text, force_slug text, team_id uuid,
        state text, roles text[], idle_seconds integer)
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if identity.me() is null then
        return;
    end if;
    update identity.session s set last_seen_at = clock_timestamp()
        where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8'))
          and s.last_seen_at < clock_timestamp() - interval '30 seconds';
    return query select * from identity.glance();
end $$;

revoke execute on function identity.glance() from public;
grant execute on function identity.glance() to frith_app;
