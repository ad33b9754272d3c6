/** What time does to subscriptions. */
package io.buildingos.batch.tenancy;
