#!/usr/bin/env bash
# ical4j 4.4.0 with ical4j.parsing.relaxed=true takes the zone off a date-time with TZID=UTC: it comes out as local time
# of no zone and without the parameter, whether the file has a VTIMEZONE of that name (then it is valid) or not. Etc/UTC
# keeps its zone, and so does UTC when parsing is not relaxed.
# Expected: RFC 5545, section 3.2.19: TZID names the VTIMEZONE of the calendar that the value is to be read in; a value
# is a time of no zone ("floating", section 3.3.5) only where it has none. Relaxed parsing may read more than strict
# parsing does, but what both read must mean the same.
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
cat >"$dir/Zone.java" <<'JAVA'
import java.io.StringReader;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

class Zone {
    public static void main(String[] args) throws Exception {
        for (String zone : new String[] {"UTC", "Etc/UTC"}) {
            for (boolean defined : new boolean[] {true, false}) {
                String definition = "BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                        + "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
                Calendar calendar = new CalendarBuilder().build(new StringReader(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + (defined ? definition : "")
                                + "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20991101T000000Z\r\nDTSTART;TZID=" + zone
                                + ":20991224T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
                var start = calendar.<VEvent>getComponents("VEVENT").get(0).getDateTimeStart();
                System.out.println(zone + (defined ? " with" : " without") + " VTIMEZONE: " + start.toString().trim()
                        + (start.getDate() instanceof ZonedDateTime at ? ", an instant: " + at.toInstant() : ", no instant"));
            }
        }
    }
}
JAVA
for relaxed in true false; do
  java -cp "$dir/lib/*" -Dical4j.parsing.relaxed=$relaxed "$dir/Zone.java" 2>"$dir/err" | sed "s/^/relaxed=$relaxed, /" || cat "$dir/err" >&2
done >"$dir/seen"
echo "ical4j $VERSION reads DTSTART;TZID=UTC:20991224T090000 and the same with Etc/UTC"
cat "$dir/seen"
echo "expected: all eight give the instant 2099-12-24T09:00:00Z"
[ "$(cat "$dir/seen")" = "relaxed=true, UTC with VTIMEZONE: DTSTART:20991224T090000, no instant
relaxed=true, UTC without VTIMEZONE: DTSTART:20991224T090000, no instant
relaxed=true, Etc/UTC with VTIMEZONE: DTSTART;TZID=Etc/UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z
relaxed=true, Etc/UTC without VTIMEZONE: DTSTART;TZID=Etc/UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z
relaxed=false, UTC with VTIMEZONE: DTSTART;TZID=UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z
relaxed=false, UTC without VTIMEZONE: DTSTART;TZID=UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z
relaxed=false, Etc/UTC with VTIMEZONE: DTSTART;TZID=Etc/UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z
relaxed=false, Etc/UTC without VTIMEZONE: DTSTART;TZID=Etc/UTC:20991224T090000, an instant: 2099-12-24T09:00:00Z" ] || { echo "behaves otherwise now"; exit 1; }
