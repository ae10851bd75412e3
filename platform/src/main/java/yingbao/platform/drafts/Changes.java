package yingbao.platform.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import yingbao.platform.drafts.DraftPart.Kind;
import yingbao.platform.kernel.Labels;
import yingbao.platform.kernel.Texts;
import yingbao.policy.expr.Wording;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Parameter.Setting;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackTexts;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Timeline;

/** What a draft would change of the rules, in words and with the first day for which each says anything new. */
final class Changes {
    private static final int SHOWN_MAX = 200;

    private final Texts texts;
    private final List<DraftPart> found = new ArrayList<>();

    private Changes(Texts texts) {
        this.texts = texts;
    }

    /**
     * What would change, by the first day.
     *
     * @param base the rules that are changed, in the same language
     */
    static List<DraftPart> of(Pack base, Candidate candidate, Pack pack, Map<String, String> files, Texts texts) {
        Changes changes = new Changes(texts);
        files.keySet()
                .forEach(path -> FileKind.of(path).ifPresent(kind -> {
                    switch (kind) {
                        case PROGRAMME -> changes.programme(path, base, pack, candidate);
                        case MANDATES -> changes.add("drafts.change-mandates", Kind.DEMAND);
                        case EXAMPLES -> changes.add("drafts.change-examples", Kind.WORDS);
                        case WORDS -> changes.add("drafts.change-words", Kind.WORDS);
                        case PARAMETERS, SOURCES -> {}
                    }
                }));
        pack.parameters().forEach(parameter -> changes.parameter(parameter, base, pack));
        return changes.found.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(change -> change.from().orElse(LocalDate.MAX)))
                .limit(SHOWN_MAX)
                .toList();
    }

    private void add(String code, Kind kind) {
        found.add(new DraftPart(texts.text(code), Optional.empty(), kind, ""));
    }

    private void rule(String text, LocalDate from) {
        found.add(new DraftPart(text, Optional.of(from), Kind.RULE, ""));
    }

    private void programme(String path, Pack base, Pack pack, Candidate candidate) {
        Programme now = in(pack, path).orElseThrow();
        Optional<Programme> before = in(base, path);
        if (before.isEmpty()) {
            LocalDate from = now.range().from();
            rule(texts.text("drafts.change-new", now.title(), day(from)), from);
            return;
        }
        if (rules(candidate.texts(), path).equals(rules(candidate.base(), path))) {
            if (!now.range().to().equals(before.get().range().to())) {
                LocalDate last = earlier(now.range().to(), before.get().range().to());
                rule(
                        texts.text(
                                "drafts.change-closed",
                                now.title(),
                                day(now.range().to())),
                        last.plusDays(1));
            }
            return;
        }
        LocalDate from = earlier(now.range().from(), before.get().range().from());
        rule(texts.text("drafts.change-rewritten", now.title(), day(from)), from);
    }

    private static Optional<Programme> in(Pack pack, String path) {
        return pack.programmes().stream()
                .filter(programme -> programme.location().file().equals(path))
                .findFirst();
    }

    /** What a file says, whenever it ends: a version that only ends says the same of the days before. */
    private static String rules(PackTexts texts, String path) {
        return texts.text(path).orElse("").replaceAll("(?m)^to:.*\\R?", "").strip();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private String day(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? texts.text("drafts.always") : day.toString();
    }

    private void parameter(Parameter parameter, Pack base, Pack pack) {
        Map<AreaCode, Timeline<Setting>> before = base.parameter(
                        parameter.symbol().name())
                .map(Parameter::settings)
                .orElse(Map.of());
        Map<AreaCode, Timeline<Setting>> all = new TreeMap<>(before);
        all.putAll(parameter.settings());
        all.keySet().forEach(area -> {
            Timeline<Setting> was = before.getOrDefault(area, Timeline.empty());
            Timeline<Setting> is = parameter.settings().getOrDefault(area, Timeline.empty());
            for (LocalDate day : turns(was, is)) {
                if (!isSame(was.at(day), is.at(day), isRoot(area, pack))) {
                    found.add(new DraftPart(
                            texts.text(
                                    "drafts.change-value",
                                    parameter.symbol().label(),
                                    pack.areas().path(area, day.equals(LocalDate.MIN) ? LocalDate.EPOCH : day),
                                    day(day),
                                    words(was.at(day), parameter),
                                    words(is.at(day), parameter)),
                            Optional.of(day),
                            Kind.VALUE,
                            parameter.symbol().name()));
                }
            }
        });
    }

    private static boolean isRoot(AreaCode area, Pack pack) {
        return pack.areas().root().filter(area::equals).isPresent();
    }

    /** Whether two settings say the same; that nobody knows it hides what an area around says, where there is one. */
    private static boolean isSame(Optional<Setting> one, Optional<Setting> other, boolean isRoot) {
        return one.equals(other) || (isRoot && isUnset(one) && isUnset(other));
    }

    private static boolean isUnset(Optional<Setting> setting) {
        return setting.filter(Setting.Stated.class::isInstance).isEmpty();
    }

    /** Every day on which one of two timelines may say something else than the day before. */
    private static SortedSet<LocalDate> turns(Timeline<Setting> one, Timeline<Setting> other) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Timeline<Setting> timeline : List.of(one, other)) {
            timeline.segments().forEach(segment -> {
                DateRange range = segment.range();
                days.add(range.from());
                if (!range.isOpenEnded()) {
                    days.add(range.to().plusDays(1));
                }
            });
        }
        return days;
    }

    private String words(Optional<Setting> setting, Parameter parameter) {
        return setting.map(found -> switch (found) {
                    case Setting.Stated stated ->
                        Wording.value(
                                Labels.language(),
                                stated.value(),
                                parameter.symbol().unit());
                    case Setting.Unset _ -> texts.text("drafts.unset");
                })
                .orElseGet(() -> texts.text("drafts.unset"));
    }
}
