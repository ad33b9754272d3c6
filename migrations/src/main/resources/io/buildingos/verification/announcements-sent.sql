-- Severity: ERROR
-- Kind: rows
-- Only what was sent has recipients.
select r.tenant_id, 'announcement_receipts', r.id::text, format('the announcement %s is %s', a.id, a.status)
from announcement_receipts r
join announcements a on a.tenant_id = r.tenant_id and a.id = r.announcement_id
where a.status <> 'SENT'
