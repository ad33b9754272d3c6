package io.buildingos.web.report;

import io.buildingos.report.ActivityReport;
import io.buildingos.report.ActivityReportService;
import io.buildingos.report.AnnouncementReport;
import io.buildingos.report.AnnouncementReportService;
import io.buildingos.report.FinanceReport;
import io.buildingos.report.FinanceReportService;
import io.buildingos.report.MonthlyReport;
import io.buildingos.report.MonthlyReportService;
import io.buildingos.report.ReportScope;
import io.buildingos.report.TicketReport;
import io.buildingos.report.TicketReportService;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** Figures of what is in the caller's reach. */
@Path("/reports")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class ReportsResource {
    @Inject
    private FinanceReportService finance;

    @Inject
    private MonthlyReportService monthly;

    @Inject
    private TicketReportService tickets;

    @Inject
    private AnnouncementReportService announcements;

    @Inject
    private ActivityReportService activity;

    @GET
    @Path("/finance")
    public FinanceReport finance(
            @QueryParam("building") String building, @QueryParam("from") String from, @QueryParam("to") String to) {
        return finance.of(ReportScope.of(building, from, to));
    }

    @GET
    @Path("/monthly")
    public MonthlyReport monthly(
            @QueryParam("building") String building, @QueryParam("from") String from, @QueryParam("to") String to) {
        return monthly.of(ReportScope.of(building, from, to));
    }

    @GET
    @Path("/tickets")
    public TicketReport tickets(
            @QueryParam("building") String building, @QueryParam("from") String from, @QueryParam("to") String to) {
        return tickets.of(ReportScope.of(building, from, to));
    }

    @GET
    @Path("/announcements")
    public AnnouncementReport announcements(
            @QueryParam("building") String building, @QueryParam("from") String from, @QueryParam("to") String to) {
        return announcements.of(ReportScope.of(building, from, to));
    }

    @GET
    @Path("/activity")
    public ActivityReport activity(@QueryParam("from") String from, @QueryParam("to") String to) {
        return activity.of(ReportScope.of(null, from, to));
    }
}
