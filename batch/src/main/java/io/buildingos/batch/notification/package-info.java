/** Mail's work in the background. */
package io.buildingos.batch.notification;
