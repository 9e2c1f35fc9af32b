-- While somebody of the force talks with a reporter, their report doesn't become an incident by itself before this moment.
alter table portal.report add column alone_until timestamptz;

-- Leaves a report alone until a moment: the reporter's own, or one of the asker's force. A former version is kept of each
-- change, so that nothing is changed where little would be gained.
create function portal.leave_alone(report uuid, until timestamptz) returns void
    volatile security definer language sql set search_path = '' as $$
    update portal.report r set alone_until = leave_alone.until
    where r.id = leave_alone.report and r.state = 'SENT'
      and (r.id = portal.my_report()
           or r.organisation_id = any (identity.my_organisations()) and portal.deals_with_reports())
      and (r.alone_until is null or r.alone_until > leave_alone.until
           or r.alone_until < leave_alone.until - interval '3 minutes')
$$;
revoke execute on function portal.leave_alone(uuid, timestamptz) from public;
grant execute on function portal.leave_alone(uuid, timestamptz) to frith_app;
