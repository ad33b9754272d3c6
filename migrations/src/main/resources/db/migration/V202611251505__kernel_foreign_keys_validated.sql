-- Validates the references that the first release added to its own empty tables: every row meets them.
SET LOCAL lock_timeout = '1s';
SET LOCAL statement_timeout = '60s';

ALTER TABLE membership_roles VALIDATE CONSTRAINT membership_roles_building_id_fkey;
ALTER TABLE invitations VALIDATE CONSTRAINT invitations_building_id_fkey;
ALTER TABLE invitations VALIDATE CONSTRAINT invitations_person_id_fkey;
