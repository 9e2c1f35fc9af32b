-- A service that works for one organisation, as for a partner's system, sees that one alone and holds its account's roles.

alter table identity.session add column confined_to uuid references identity.organisation;

-- The organisation that the presented session may not leave; null when it is bound to none.
create function identity.confined_to() returns uuid
    stable security definer language sql set search_path = '' as $$
    select s.confined_to from identity.session s
    where s.token_digest = sha256(convert_to(current_setting('frith.token', true), 'UTF8'))
$$;

-- The organisations for which the asker acts: their own; for a service, all, or the one it is confined to.
create or replace function identity.my_organisations() returns uuid[]
    stable security definer language sql set search_path = '' as $$
    select coalesce(array_agg(o.id), '{}')
    from identity.account a
    join identity.organisation o
        on case when a.state = 'SERVICE' then o.id = coalesce(identity.confined_to(), o.id)
                else o.id = a.organisation_id end
    where a.id = identity.me()
$$;

-- A service that is bound to no organisation may do everything; one that is bound, what its account's roles say.
create or replace function identity.i_have_role(wanted text[]) returns boolean
    stable security definer language sql set search_path = '' as $$
    select exists (select 1 from identity.account a
                   left join identity.account_role r on r.account_id = a.id
                   where a.id = identity.me()
                     and ((a.state = 'SERVICE' and identity.confined_to() is null) or r.role = any (wanted)))
$$;

-- What a confined service does stands in the audit of the organisation it worked for.
create or replace function audit.organisation() returns uuid
    stable security definer language sql set search_path = '' as $$
    select coalesce(identity.confined_to(), a.organisation_id) from identity.account a where a.id = identity.me()
$$;

revoke execute on function identity.confined_to() from public;
grant execute on function identity.confined_to() to frith_app, frith_signin;

-- Takes reports from partners' systems down, as a call handler takes calls down.
insert into identity.account (id, organisation_id, name, email, state) values
    ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-000000000001', 'Exchange with partners',
     'exchange@service.invalid', 'SERVICE');
insert into identity.account_role (account_id, role) values ('00000000-0000-7000-8000-000000000015', 'CALL_HANDLER');
