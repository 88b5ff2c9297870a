// How many events ts-ics, ical.js or node-ical reads in a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [path, name] = process.argv.slice(2);
const load = (each) => import(pathToFileURL(createRequire(`${process.env.NODE_PATH}/`).resolve(each)));
const text = readFileSync(path, "utf8");
const counts = {
  "ts-ics": ({ convertIcsCalendar }) => convertIcsCalendar(undefined, text).events.length,
  "ical.js": ({ default: ICAL }) => {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    for (const event of events) {
      const start = event.getFirstPropertyValue("dtstart");
      for (const rule of event.getAllProperties("rrule")) rule.getFirstValue().iterator(start);
    }
    return events.length;
  },
  "node-ical": ({ default: ical }) =>
    Object.values(ical.sync.parseICS(text))
      .filter((each) => each.type === "VEVENT")
      .reduce((sum, each) => sum + 1 + new Set(Object.values(each.recurrences ?? {})).size, 0),
};
console.log(counts[name](await load(name)));
