package org.batonrelay.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A client's correction as the form shows it: who, their remark, and what we had written where they changed it. */
final class Correction {

    private Correction() {}

    static Map<String, Object> between(String by, Summary before, Summary agreed, Answer answer) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("by", by);
        shown.put("remark", Objects.requireNonNullElse(answer.remark(), ""));
        Map<String, String> old = new LinkedHashMap<>();
        before.headings().changesIn(texts(agreed)).keySet().forEach(name -> {
            String text = before.headings().byName().get(name);
            old.put(name, text == null ? "not discussed yet" : text);
        });
        shown.put("before", old);
        return shown;
    }

    private static Map<String, String> texts(Summary summary) {
        Map<String, String> texts = new LinkedHashMap<>();
        summary.headings().byName().forEach((name, text) -> texts.put(name, text == null ? "" : text));
        return texts;
    }
}
