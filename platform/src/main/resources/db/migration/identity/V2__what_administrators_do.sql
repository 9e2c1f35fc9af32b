-- What administrators and supervisors need that the application's own role may not: each function asks again who is asking.

-- What is typed at sign-in is kept as this digest only; Java makes the same.
create function identity.address_digest(email text) returns bytea
    immutable language sql set search_path = '' as $$ select sha256(convert_to('frith address:' || lower(email), 'UTF8')) $$;

-- How sign-in stands for the accounts that the asker looks after, and for their own.
create function identity.sign_in_facts() returns table (
        account_id uuid, has_password boolean, second_factor boolean, locked_until timestamptz, last_signed_in timestamptz)
    stable security definer language sql set search_path = '' as $$
    select a.id, c.password_hash is not null, c.totp_confirmed_at is not null,
           (select t.locked_until from identity.sign_in_try t
            where t.address_digest = identity.address_digest(a.email) and t.locked_until > clock_timestamp()),
           (select max(s.opened_at) from identity.session s where s.account_id = a.id)
    from identity.account a left join identity.credential c on c.account_id = a.id
    where a.id = (select identity.me())
       or (a.organisation_id = any ((select identity.my_organisations())::uuid[])
           and (select identity.i_have_role('{SUPERVISOR,ADMINISTRATOR}')))
$$;

-- Lifts a lock-out; tells whether there was one. An account of another organisation is as one that doesn't exist.
create function identity.unlock(account uuid) returns boolean
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if not identity.i_have_role('{SUPERVISOR,ADMINISTRATOR}') then
        raise insufficient_privilege using message = 'Only a supervisor or an administrator unlocks an account.';
    end if;
    delete from identity.sign_in_try t using identity.account a
        where a.id = account and a.organisation_id = any (identity.my_organisations())
          and t.address_digest = identity.address_digest(a.email);
    return found;
end $$;

-- Ends every session of an account; tells how many there were.
create function identity.end_sessions_of(account uuid) returns integer
    volatile security definer language plpgsql set search_path = '' as $$
declare
    ended integer;
begin
    if not identity.i_have_role('{ADMINISTRATOR}') then
        raise insufficient_privilege using message = 'Only an administrator ends the sessions of others.';
    end if;
    update identity.session s set ended_at = clock_timestamp()
        from identity.account a
        where a.id = account and s.account_id = a.id and s.ended_at is null
          and a.organisation_id = any (identity.my_organisations());
    get diagnostics ended = row_count;
    return ended;
end $$;

revoke execute on function identity.address_digest(text), identity.sign_in_facts(), identity.unlock(uuid),
    identity.end_sessions_of(uuid) from public;
grant execute on function identity.sign_in_facts(), identity.unlock(uuid), identity.end_sessions_of(uuid) to frith_app;
