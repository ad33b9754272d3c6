/** Addresses of jobs, their executions and their schedules. */
package io.buildingos.web.jobs;
