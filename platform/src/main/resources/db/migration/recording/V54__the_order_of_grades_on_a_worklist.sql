-- A response stands where its grade stands, on worklists as on every other list.
update deadlines.kind k set urgency = g.step from recording.grade g where k.code = 'RESPOND_' || g.code;
