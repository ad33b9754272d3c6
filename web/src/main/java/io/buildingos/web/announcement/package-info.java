/** Announcements over HTTP. */
package io.buildingos.web.announcement;
