package io.buildingos.migration.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reasons that a file gives: {@code -- lint: allow <rule>: <reason>}. */
final class Allowances {
    private static final Pattern MARK = Pattern.compile("--\\s*lint:\\s*(.*)");
    private static final Pattern ALLOWANCE = Pattern.compile("allow\\s+([a-z-]+)\\s*:\\s*(\\S.{9,})");
    private static final Pattern RELEASE = Pattern.compile("unused since \\S+");

    private final Map<LintRule, Integer> allowed = new EnumMap<>(LintRule.class);
    private final Map<LintRule, String> reasons = new EnumMap<>(LintRule.class);
    private final List<Integer> malformed = new ArrayList<>();

    Allowances(List<Token> comments) {
        for (Token comment : comments) {
            Matcher mark = MARK.matcher(comment.text().strip());
            if (mark.matches()) {
                read(mark.group(1).strip(), comment.line());
            }
        }
    }

    List<Finding> apply(List<Finding> findings, String file) {
        Report report = new Report(file);
        malformed.forEach(line -> report.add(LintRule.UNKNOWN_ALLOWANCE, line));
        allowed.forEach((rule, line) -> {
            boolean used = findings.stream().anyMatch(finding -> finding.rule() == rule);
            report.addIf(!used, LintRule.UNUSED_ALLOWANCE, line);
            boolean drop = rule == LintRule.DROP_COLUMN || rule == LintRule.DROP_TABLE;
            boolean saysWhen = RELEASE.matcher(reasons.get(rule)).find();
            report.addIf(used && drop && !saysWhen, LintRule.DROP_WITHOUT_RELEASE, line);
        });
        List<Finding> left = new ArrayList<>(findings);
        left.removeIf(finding -> allowed.containsKey(finding.rule()));
        left.addAll(report.findings());
        return left;
    }

    private void read(String text, int line) {
        Matcher allowance = ALLOWANCE.matcher(text);
        LintRule rule = allowance.matches() ? LintRule.named(allowance.group(1)).orElse(null) : null;
        if (rule == null) {
            malformed.add(line);
            return;
        }
        allowed.put(rule, line);
        reasons.put(rule, allowance.group(2));
    }
}
