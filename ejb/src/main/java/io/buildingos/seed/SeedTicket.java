package io.buildingos.seed;

import io.buildingos.seed.SeedStage.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A ticket as it stands now, with all that led there: computed hour by hour from the moment it was opened, as far as time
 * has got.
 */
record SeedTicket(
        UUID id,
        UUID building,
        UUID unit,
        String story,
        String category,
        String priority,
        String status,
        Member opener,
        Member assignee,
        Instant createdAt,
        Instant answeredAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant escalatedAt,
        Instant updatedAt,
        List<Event> events,
        List<Comment> comments) {
    static final Duration ESCALATES_AFTER = Duration.ofHours(2);

    /** A step of its history; by null: the product itself. */
    record Event(Member by, String kind, String from, String to, Instant at) {}

    /** What somebody said, by the name of the text. */
    record Comment(Member by, boolean internal, String text, Instant at) {}

    /** What it is about, and who has it in hand: null for nobody. */
    record Matter(
            UUID id,
            UUID building,
            UUID unit,
            String story,
            String category,
            String priority,
            Member opener,
            Member assignee,
            Instant createdAt) {
        boolean presses() {
            return priority.equals("HIGH") || priority.equals("URGENT");
        }
    }

    /** @param random how long each step takes */
    static SeedTicket played(Matter matter, Member admin, SplittableRandom random, Instant now) {
        return new Course(matter, admin, random, now).play();
    }

    /** One ticket's way, until the next step would lie in the future. */
    private static final class Course {
        private final Matter matter;
        private final Member admin;
        private final SplittableRandom random;
        private final Instant now;
        private final List<Event> events = new ArrayList<>();
        private final List<Comment> comments = new ArrayList<>();
        private String status = "OPEN";
        private Instant moment;
        private Instant reached;
        private Instant answered;
        private Instant resolved;
        private Instant closed;
        private Instant escalated;

        Course(Matter matter, Member admin, SplittableRandom random, Instant now) {
            this.matter = matter;
            this.admin = admin;
            this.random = random;
            this.now = now;
            this.moment = matter.createdAt();
            this.reached = moment;
        }

        SeedTicket play() {
            events.add(new Event(matter.opener(), "OPENED", null, "OPEN", moment));
            if (matter.assignee() == null) {
                escalate();
            } else {
                events.add(new Event(admin, "ASSIGNEE", null, matter.assignee().name(), moment));
                work();
            }
            return new SeedTicket(
                    matter.id(),
                    matter.building(),
                    matter.unit(),
                    matter.story(),
                    matter.category(),
                    matter.priority(),
                    status,
                    matter.opener(),
                    matter.assignee(),
                    matter.createdAt(),
                    answered,
                    resolved,
                    closed,
                    escalated,
                    reached,
                    List.copyOf(events),
                    List.copyOf(comments));
        }

        private void escalate() {
            if (matter.presses() && passes(ESCALATES_AFTER)) {
                escalated = moment;
                events.add(new Event(null, "ESCALATED", null, null, moment));
            }
        }

        private void work() {
            boolean stuck = random.nextInt(9) == 0;
            if (!passes(Duration.ofHours(1 + random.nextInt(20)))) {
                return;
            }
            answered = matter.assignee().equals(matter.opener()) ? null : moment;
            comments.add(new Comment(matter.assignee(), false, matter.story() + ".answer", moment));
            if (!passes(Duration.ofHours(1 + random.nextInt(48)))) {
                return;
            }
            become("IN_PROGRESS", matter.assignee());
            if (random.nextInt(2) == 0) {
                comments.add(new Comment(matter.assignee(), true, "ticket.note", moment));
            }
            if (stuck || !passes(Duration.ofHours(12 + random.nextInt(120)))) {
                return;
            }
            become("RESOLVED", matter.assignee());
            resolved = moment;
            comments.add(new Comment(matter.assignee(), false, matter.story() + ".done", moment));
            if (!passes(Duration.ofHours(6 + random.nextInt(90)))) {
                return;
            }
            comments.add(new Comment(matter.opener(), false, "ticket.thanks", moment));
            become("CLOSED", admin);
            closed = moment;
        }

        private boolean passes(Duration time) {
            Instant next = moment.plus(time);
            if (next.isAfter(now)) {
                return false;
            }
            moment = next;
            reached = next;
            return true;
        }

        private void become(String next, Member by) {
            events.add(new Event(by, "STATUS", status, next, moment));
            status = next;
        }
    }
}
