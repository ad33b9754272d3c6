/** The feed of whoever asks, mail as the platform sees it, and what mail providers report. */
package io.buildingos.web.notification;
