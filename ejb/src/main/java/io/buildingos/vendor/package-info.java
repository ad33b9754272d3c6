/**
 * The firms that work on the buildings, what they ask for it, and what they are ordered to do.
 *
 * <p>Owns {@code vendors}, {@code vendor_services}, {@code quotes} and {@code work_orders}. Invariants: a vendor's name is
 * unique in the tenant, without case; a quote has an amount as soon as it is received, and is decided once; a work order's
 * ticket and quote are of its building, the quote its vendor's and approved, and ordered once; nothing is deleted. A
 * role over single buildings reaches the vendors that serve one of them, and those that serve none yet, or it could never
 * bring a new one. Depends on the kernel, the audit, the buildings, the documents (a
 * quote's file) and the tickets.
 */
package io.buildingos.vendor;
