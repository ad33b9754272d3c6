/**
 * Files of the tenant: rules, minutes, contracts, receipts, what people attach to tickets and payments.
 *
 * <p>Owns {@code documents}, {@code document_revisions} and {@code uploads}; the bytes lie in the object store, under
 * {@code uploads/} until they are checked and under {@code documents/} from then on. Invariants: a row never stands
 * without its object (the object comes first, and is removed or swept when the row doesn't come); an object under
 * {@code documents/} is never written twice; nothing is kept that isn't what it was declared to be; no file is ever in
 * memory as a whole, except those the product makes itself. Depends on the kernel, the audit, the tenancy (plan limits)
 * and the buildings. Other features refer to {@code documents (tenant_id, id)} and go through
 * {@link io.buildingos.document.Documents}; what is referred to can't be deleted.
 */
package io.buildingos.document;
