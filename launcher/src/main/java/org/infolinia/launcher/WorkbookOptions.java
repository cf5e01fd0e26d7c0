package org.infolinia.launcher;

import org.infolinia.reports.words.ReportLanguage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the workbook is to look. */
final class WorkbookOptions {

    @Option(
            names = "--language",
            paramLabel = "pl|en",
            description = "Language of the workbook; Polish without it.",
            converter = ToLanguage.class)
    private ReportLanguage language = ReportLanguage.POLISH;

    @Option(
            names = "--numbers",
            description = "Tell callers' numbers whole in the list of calls; all but three digits are masked without.")
    private boolean numbers;

    ReportLanguage language() {
        return language;
    }

    boolean wholeNumbers() {
        return numbers;
    }

    /** Reads {@code pl} and {@code en}. */
    static final class ToLanguage implements ITypeConverter<ReportLanguage> {
        @Override
        public ReportLanguage convert(String code) {
            try {
                return ReportLanguage.ofCode(code);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
