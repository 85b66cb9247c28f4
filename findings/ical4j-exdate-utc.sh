#!/usr/bin/env bash
# ical4j 4.4.0 does not take an EXDATE in UTC out of a series whose DTSTART has a time zone, and of a file with two
# iCalendar objects its CalendarBuilder gives the last one only.
# Expected: RFC 5545, section 3.8.5.1: EXDATE excludes by value, and the same instant may be written in UTC; section 3.4:
# "a stream of iCalendar objects" may hold several of them.
# Exit status 1 when the library does not behave so any more.
set -euo pipefail
VERSION=4.4.0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>$VERSION</version></dependency>
</dependencies></project>
POM
mvn -q -B -f "$dir/pom.xml" dependency:copy-dependencies -DoutputDirectory="$dir/lib" >"$dir/mvn.log" 2>&1 || { cat "$dir/mvn.log"; exit 2; }
cat >"$dir/Series.java" <<'JAVA'
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;

class Series {
    public static void main(String[] args) throws Exception {
        String series = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + "DTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20261201T090000\r\n"
                + "DTEND;TZID=Europe/Berlin:20261201T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
                + "EXDATE:20261208T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Calendar calendar = new CalendarBuilder().build(new StringReader(series));
        VEvent event = calendar.<VEvent>getComponents("VEVENT").get(0);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var window = new Period<>(
                ZonedDateTime.of(2026, 11, 30, 0, 0, 0, 0, berlin), ZonedDateTime.of(2027, 1, 31, 0, 0, 0, 0, berlin));
        System.out.println("takes place on " + event.calculateRecurrenceSet(window).stream()
                .map(it -> ((ZonedDateTime) it.getStart()).toLocalDate())
                .sorted()
                .toList());
        String other = series.replace("UID:1", "UID:2");
        Calendar both = new CalendarBuilder().build(new StringReader(series + other));
        System.out.println("entries read of two objects: " + both.getComponents("VEVENT").size());
    }
}
JAVA
echo "ical4j $VERSION: weekly from 1 December 2026, 09:00 in Berlin, three times, EXDATE:20261208T080000Z (09:00 in Berlin)"
seen=$(java -cp "$dir/lib/*" "$dir/Series.java" 2>"$dir/err" || cat "$dir/err" >&2)
echo "$seen"
echo "expected: takes place on 2026-12-01 and 2026-12-15; entries read of two objects: 2"
[ "$seen" = "takes place on [2026-12-01, 2026-12-08, 2026-12-15]
entries read of two objects: 1" ] || { echo "behaves otherwise now"; exit 1; }
