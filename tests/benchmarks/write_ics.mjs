// Events as JSON on stdin; on stdout the calendar that ical-generator makes of them, with a VTIMEZONE for each zone.
import { readFileSync } from "node:fs";
import ical from "ical-generator";
import { DateTime } from "luxon";
import { tzlib_get_ical_block } from "timezones-ical-library";

const calendar = ical({ name: "LabCamp" });
calendar.timezone({ name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] });
for (const { uid, zone, start, end, title, place, text, status } of JSON.parse(readFileSync(0, "utf8"))) {
  calendar.createEvent({
    id: uid,
    start: DateTime.fromISO(start, { zone: zone ?? "UTC" }),
    end: DateTime.fromISO(end, { zone: zone ?? "UTC" }),
    allDay: zone === null,
    timezone: zone,
    summary: title,
    location: place,
    description: text,
    status,
  });
}
process.stdout.write(calendar.toString());
