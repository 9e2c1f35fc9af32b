-- A crime that was cancelled here and stands in the crime system is a difference that can be settled.
alter table reconciliation.settled drop constraint settled_kind_check;
alter table reconciliation.settled add constraint settled_kind_check check (
    kind in ('MISSING_THERE', 'MISSING_HERE', 'CLASS_DIFFERS', 'INCIDENT_DIFFERS', 'CANCELLED_THERE', 'CANCELLED_HERE'));
