package org.infolinia.hotline.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One problem of one client.
 *
 * @param version  one more with each change; from 1
 * @param opened   milliseconds
 * @param openedBy sign-in name
 * @param changed  milliseconds
 * @param fields   a value for each, empty for nothing
 */
public record Case(
        CaseNumber number,
        long version,
        Instant opened,
        String openedBy,
        Instant changed,
        Map<CaseField, String> fields) {

    /** @throws IllegalArgumentException when a field has a value that it does not allow */
    public Case {
        Map<CaseField, String> all = new EnumMap<>(CaseField.class);
        for (CaseField field : CaseField.values()) {
            String value = fields.getOrDefault(field, field == CaseField.STATE ? CaseField.OPEN : "");
            if (!field.allows(value)) {
                throw new IllegalArgumentException(
                        "case " + number + ": " + field.word() + " of " + value.length() + " signs");
            }
            all.put(field, value);
        }
        fields = Collections.unmodifiableMap(all);
    }

    public String get(CaseField field) {
        return fields.getOrDefault(field, "");
    }

    public boolean isOpen() {
        return get(CaseField.STATE).equals(CaseField.OPEN);
    }

    /** Without what was written into it, which is personal. */
    @Override
    public String toString() {
        return "case " + number + ", version " + version;
    }
}
