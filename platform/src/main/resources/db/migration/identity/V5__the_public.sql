-- Whoever uses the public's pages without an account acts under this name: it has no role, belongs to no force or partner,
-- and can't be given a password or a role, so that what is done under it is entered in the audit and sees nobody's data.
insert into identity.account (id, organisation_id, name, email, state) values
    ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000001', 'The public',
     'the-public@service.invalid', 'ACTIVE');
alter table identity.account_role
    add constraint public_has_no_role check (account_id <> '00000000-0000-7000-8000-000000000021');
alter table identity.credential
    add constraint public_has_no_secret check (account_id <> '00000000-0000-7000-8000-000000000021');
alter table identity.one_time_link
    add constraint public_has_no_link check (account_id <> '00000000-0000-7000-8000-000000000021');
