-- Where somebody may be in danger the response comes before every other duty.
update deadlines.kind set urgency = 1 where code = 'RESPOND_IMMEDIATE';
update deadlines.kind set urgency = 2 where code = 'RESPOND_PRIORITY';
