/** Announcements' work in the background. */
package io.buildingos.batch.announcement;
