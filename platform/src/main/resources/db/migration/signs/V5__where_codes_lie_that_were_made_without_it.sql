-- A code that was made before the area of its grid reference was looked up, or before the areas were imported, is told its
-- area later. Only the system's own work does this.

create function signs.without_area() returns table (id uuid, grid_reference text)
    stable security definer language plpgsql set search_path = '' as $$
begin
    if not exists (select 1 from identity.account a where a.id = identity.me() and a.state = 'SERVICE') then
        raise insufficient_privilege using message = 'Only the system looks for codes without an area.';
    end if;
    return query select s.id, s.grid_reference from signs.sign s
        where s.lsoa_code is null and s.grid_reference is not null order by s.id desc limit 1000;
end $$;

create function signs.lies_in(sign uuid, lsoa text) returns void
    volatile security definer language plpgsql set search_path = '' as $$
begin
    if not exists (select 1 from identity.account a where a.id = identity.me() and a.state = 'SERVICE') then
        raise insufficient_privilege using message = 'Only the system says where a code lies.';
    end if;
    update signs.sign s set lsoa_code = lies_in.lsoa where s.id = lies_in.sign and s.lsoa_code is null;
end $$;

revoke execute on function signs.without_area(), signs.lies_in(uuid, text) from public;
grant execute on function signs.without_area(), signs.lies_in(uuid, text) to frith_app;
