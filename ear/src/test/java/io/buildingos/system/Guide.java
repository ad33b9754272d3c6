package io.buildingos.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operations guide, read for what a machine can prove of it: its commands and its messages. */
final class Guide {
    static final List<String> PAGES =
            List.of("setup", "migrations", "deploying", "backups", "jobs", "rollback", "troubleshooting");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");

    private Guide() {}

    /**
     * A fenced block.
     *
     * @param mark the comment on the line above it, or an empty text
     * @param remark the text between its heading and itself
     */
    record Block(String page, String heading, String mark, String remark, String language, String text) {
        boolean isRun() {
            return mark.equals("run") || mark.startsWith("run, status ");
        }

        int status() {
            return mark.equals("run") ? 0 : Integer.parseInt(mark.replaceFirst("run, status (\\d+).*", "$1"));
        }

        /** As a message: each line must be found, with anything at all where the guide has three dots. */
        Pattern asMessage() {
            return Pattern.compile(text.lines()
                    .map(line -> Arrays.stream(line.split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*")))
                    .collect(Collectors.joining("\\R(?:.*\\R)*?")));
        }
    }

    static List<Block> blocks(String page) throws IOException {
        String text = Files.readString(
                Servers.ROOT.resolve("wildfly-config/src/site/markdown").resolve(page + ".md"));
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(text);
        while (found.find()) {
            String before = text.substring(0, found.start());
            String section = before.substring(before.lastIndexOf("\n#") + 1);
            String heading = section.lines().findFirst().orElse("").replaceFirst("#+ ", "");
            String last =
                    before.stripTrailing().substring(before.stripTrailing().lastIndexOf('\n') + 1);
            Matcher mark = Pattern.compile("<!-- (.*) -->").matcher(last);
            blocks.add(new Block(
                    page, heading, mark.matches() ? mark.group(1) : "", section, found.group(1), found.group(2)));
        }
        return blocks;
    }
}
