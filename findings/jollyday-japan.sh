#!/usr/bin/env bash
# Jollyday 2.19.0 gives Japan the Emperor's Birthday of the former emperor (23 December instead of 23 February) and
# neither equinox day nor substitute or citizens' holidays.
# Expected: Act on National Holidays (Act 178 of 1948), article 2 as amended by Act 63 of 2017: 23 February; Vernal and
# Autumnal Equinox Day; article 3: when a holiday is a Sunday, the next day that is none is a holiday.
# Exit status 1 when the library does not behave so any more.
set -euo pipefail
VERSION=2.19.0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-core</artifactId><version>$VERSION</version></dependency>
<dependency><groupId>de.focus-shift</groupId><artifactId>jollyday-jaxb</artifactId><version>$VERSION</version></dependency>
</dependencies></project>
POM
mvn -q -B -f "$dir/pom.xml" dependency:copy-dependencies -DoutputDirectory="$dir/lib" >"$dir/mvn.log" 2>&1 || { cat "$dir/mvn.log"; exit 2; }
cat >"$dir/Japan.java" <<'JAVA'
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.stream.Collectors;

class Japan {
    public static void main(String[] args) {
        Set<LocalDate> days = HolidayManager.getInstance(ManagerParameters.create("jp"))
                .getHolidays(Year.of(2026), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(it -> it.getObservedDate().orElse(it.getActualDate()))
                .collect(Collectors.toSet());
        for (String day : new String[] {"2026-02-23", "2026-03-20", "2026-05-06", "2026-09-22", "2026-09-23", "2026-12-23"}) {
            System.out.println(day + " " + (days.contains(LocalDate.parse(day)) ? "holiday" : "working day"));
        }
    }
}
JAVA
echo "Jollyday $VERSION, public holidays of Japan in 2026"
seen=$(java -cp "$dir/lib/*" "$dir/Japan.java" 2>/dev/null)
echo "$seen"
echo "expected: the first five are holidays (Emperor's Birthday, Vernal Equinox Day, substitute for 3 May, citizens'"
echo "holiday, Autumnal Equinox Day), 2026-12-23 is a working day"
[ "$seen" = "2026-02-23 working day
2026-03-20 working day
2026-05-06 working day
2026-09-22 working day
2026-09-23 working day
2026-12-23 holiday" ] || { echo "behaves otherwise now"; exit 1; }
