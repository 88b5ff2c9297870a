// Paths of calendar files as JSON on stdin; on stdout, for each parser that is installed, what it reads from each file:
// a list of entries, or what it complains about.
import { readFileSync } from "node:fs";

const twoDigits = (number) => String(number).padStart(2, "0");

const READERS = {
  "ical.js": async () => {
    const { default: ICAL } = await import("ical.js");
    const when = (time) => {
      if (time.isDate) return time.toString();
      const floating = time.zone === ICAL.Timezone.localTimezone;
      return floating ? `floating ${time}` : time.toJSDate().toISOString().replace(".000", "");
    };
    return (text) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
        const event = new ICAL.Event(component);
        return [event.uid, when(event.startDate), when(event.endDate), event.summary ?? "", event.location ?? ""];
      });
  },
  "node-ical": async () => {
    const { default: ical } = await import("node-ical");
    const day = (date) => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
    const when = (date) => (date.dateOnly ? day(date) : date.toISOString().replace(".000", ""));
    const words = (value) => value?.val ?? value ?? ""; // with a parameter it is an object
    return (text) =>
      Object.values(ical.sync.parseICS(text))
        .filter((component) => component.type === "VEVENT")
        .map((event) => [event.uid, when(event.start), when(event.end), words(event.summary), words(event.location)]);
  },
};

const files = JSON.parse(readFileSync(0, "utf8")).map((path) => readFileSync(path, "utf8"));
const found = {};
for (const [name, load] of Object.entries(READERS)) {
  let read;
  try {
    read = await load();
  } catch {
    continue; // not installed
  }
  found[name] = files.map((text) => {
    try {
      return read(text);
    } catch (problem) {
      return `${problem}`;
    }
  });
}
process.stdout.write(JSON.stringify(found));
