package org.infolinia.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.Thresholds;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.Report;
import org.infolinia.reports.ReportRules;
import org.infolinia.reports.figures.ReportPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {

    @TempDir
    Path folder;

    @Test
    void dayIsWrittenFieldByField() throws Exception {
        Files.writeString(folder.resolve("queue_log"), """
                1795424400|1795424400.7|nis2|NONE|ENTERQUEUE||48600100200|1
                1795424403|1795424400.7|nis2|anna|RINGNOANSWER|3000
                1795424412|1795424400.7|nis2|bartosz|CONNECT|12|1795424401.8|9
                1795424512|1795424400.7|nis2|bartosz|COMPLETEAGENT|12|100|1
                1795424600|1795424600.1|NONE|NONE|LEFTIVR|menu
                1795424600|179542
                1795424601|1795424600.1|other|NONE|PAUSE|lunch
                """);
        Files.writeString(folder.resolve("Master.csv"), """
                "infolinia-in","1","2","c","","PJSIP/a","PJSIP/b","Queue","nis2","2026-11-23 09:00:00",,"2026-11-23 09:01:52",112,0,"ANSWERED","DOCUMENTATION","1795424400.7","","","1795424400.7",12
                """);
        ReportRules rules = new ReportRules(
                ZoneId.of("Europe/Warsaw"),
                Thresholds.DEFAULT,
                Map.of(new QueueName("nis2"), Duration.ofSeconds(15)),
                java.util.Optional.empty());
        Report report =
                new LogReport(rules).read(folder, ReportPeriod.day(LocalDate.parse("2026-11-23"), rules.zone()));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, out);

        String figures = """
                "received": 1,
                "closedHours": 0,
                "leftInIvr": 1,
                "refused": 0,
                "offered": 1,
                "answered": 1,
                "unanswered": 0,
                "abandoned": 0,
                "abandonedShort": 0,
                "timedOut": 0,
                "exitedByKey": 0,
                "removed": 0,
                "waitAnswered": {
                  "mean": 12,
                  "median": 12,
                  "p90": 12,
                  "max": 12
                },
                "waitAbandoned": {
                  "mean": null,
                  "median": null,
                  "p90": null,
                  "max": null
                },
                "serviceLevel": 1.0000,
                "serviceLevelAnswered": 1.0000,
                "talkSeconds": 100,
                "droppedByConsultant": 1,
                "rejectedOffers": 1,
                "rejectedCalls": 1,
                "missedOffers": 0,
                "dumped": 0,
                "hungUpEarly": 0,
                "endedByConsultant": 1
                """;
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "period": "2026-11-23",
                          "zone": "Europe/Warsaw",
                          "thresholds": {
                            "serviceLevel": 30,
                            "abandonedShort": 5,
                            "hungUpEarly": 10
                          },
                          "calls": {
                            "days": [
                              {
                                "date": "2026-11-23",
                        %s      }
                            ],
                            "total": {
                        %s    }
                          },
                          "availability": {
                            "consultants": [
                              {
                                "consultant": "bartosz",
                                "days": [
                                  {
                                    "date": "2026-11-23",
                                    "loggedIn": 188,
                                    "available": 188,
                                    "talking": 100,
                                    "afterCall": 0,
                                    "paused": {},
                                    "occupancy": 0.5319,
                                    "estimated": true
                                  }
                                ],
                                "total": {
                                  "loggedIn": 188,
                                  "available": 188,
                                  "talking": 100,
                                  "afterCall": 0,
                                  "paused": {},
                                  "occupancy": 0.5319,
                                  "estimated": true
                                }
                              }
                            ],
                            "coverage": [
                              {
                                "date": "2026-11-23",
                                "openSeconds": null,
                                "atLeastOne": null,
                                "atLeastSix": null
                              }
                            ]
                          },
                          "chat": null,
                          "form": null,
                          "reconciliation": [
                            {
                              "callId": "1795424600.1",
                              "kind": "onlyInQueueLog",
                              "queueLog": "left in ivr, 2026-11-23T10:03:20+01:00",
                              "cdr": null
                            }
                          ],
                          "reconciliationCount": 1,
                          "unreadable": [
                            {
                              "file": "queue_log",
                              "line": 6,
                              "reason": "fewer than five columns"
                            }
                          ],
                          "unreadableCount": 1,
                          "setAside": {
                            "other": 1
                          },
                          "notes": [
                            "1 line of the queue other set aside: it is not one of the hotline's (--queue other counts it in).",
                            "1 line left out that could not be read; the report lists where.",
                            "1 call does not agree between the queue log and the CDR; the report lists where."
                          ]
                        }
                        """.formatted(figures.indent(8), figures.indent(6)));
    }
}
