// Searches what the page lists: umlauts may be typed in any way, parts of words count.
"use strict";
const all = (what, inside = document) => [...inside.querySelectorAll(what)];
const [form, filters, status, chips, list, finds, none, hint, better, brings] = all("[data-part]");
const items = all("[data-tags]", list), boxes = all("input", filters), says = status.dataset;
const words = { __proto__: null }, folds = { __proto__: null };
let data, hits, lost, later;

const WORD = /([\p{L}\p{N}\p{M}]+(?:[:*_]in(?:nen)?(?!\p{L}))?)/giu;
const fold = (word) => folds[word] ??= word.toUpperCase().toLowerCase().normalize("NFD").replace(/[\p{M}:*_]/gu, "").replace(/([aou])e/g, "$1");
const learn = (i, text, weight) => text.match(WORD)?.forEach((plain) => {
  (words[fold(plain)] ??= { plain, seen: [] }).seen[i] ??= weight;
});

const regexOf = (word) => {
  const end = `(${data.endings})?`;
  let [, stem, ending] = RegExp(`^(.{4,}?)${end}$`).exec(word) ?? [];
  const has = (other) => words[stem + other];
  // -er is a plural (Länder) or belongs to the word (Bürger): other forms tell.
  if (/^er/.test(ending) && (has("erinnen") || !["", "e", "en", "es"].some(has))) stem += "er";
  return RegExp(word[4] ? `(${word})|^${stem + end}|${stem + end}${stem[5] ? "" : "$"}` : `^(${word})${+word ? "$" : ""}`);
};
const ask = (query) => {
  const large = [], little = [];
  hits = { __proto__: null };
  lost = [];
  for (const word of query.match(WORD) ?? []) {
    const scores = items.map(() => 0), pattern = regexOf(fold(word));
    for (const other in words) {
      const hit = pattern.exec(other);
      if (!hit) continue;
      hits[other] = hit;
      words[other].seen.forEach((weight, i) => scores[i] = Math.max(scores[i], weight * (hit.index ? 1 : 1.5) * (hit[1] ? 1.3 : 1)));
    }
    const count = scores.filter(Boolean).length;
    if (!count) lost.push(word);
    // Little words that stand everywhere do not narrow.
    (word[4] || count * 3 < items.length ? large : little).push(scores);
  }
  const score = (i) => (large[0] ? large : little).reduce((sum, scores) => sum && scores[i] && sum + scores[i], 1);
  return [...items.keys()].filter(score).sort((a, b) => score(b) - score(a));
};

// Letters that are lost, wrong, too many, or have changed places.
const apart = (a, b, left = 2) => {
  if (!a || !b) return (a + b).length;
  const same = a[0] === b[0], swap = a[0] === b[1] && a[1] === b[0];
  if (!same && !left--) return 9;
  return !same + Math.min(...(same ? [[1, 1]] : swap ? [[2, 2]] : [[1, 1], [1, 0], [0, 1]]).map(([x, y]) => apart(a.slice(x), b.slice(y), left)));
};
const nearest = (near) => {
  const word = fold(near);
  let least = word[4] ? 1.9 : 1;
  for (const other in words) for (const more of [99, -1, 0, 1]) {
    const part = other.slice(0, word.length + more), far = apart(word, part) - part.length / 100 - (part === other) / 2;
    if (far < least) [least, near] = [far, words[other].plain.slice(0, word.length + more)];
  }
  return near;
};

const fill = (node, inside) => (node.replaceChildren(...inside), node);
const make = (name, ...inside) => fill(document.createElement(name), inside);
const link = (text, values) => Object.assign(make("a", text), { href: "?" + new URLSearchParams(values) });
const say = (what, count) => says[what + (count > 1 ? "s" : "")].replace("{}", count);
const told = (found) => [make("strong", say("find", found.length)), " ", say("meeting", new Set(found.map((i) => items[i].parentNode)).size)];
const marked = (text) => text.split(WORD).flatMap((word) => {
  const hit = hits[fold(word)];
  if (!hit) return word;
  // Letters that were folded into fewer or more leave no place to cut at.
  const [from, to] = hit.input.length === word.length ? [hit.index, hit.index + hit[0].length] : [0, 99];
  return [word.slice(0, from), make("mark", word.slice(from, to)), word.slice(to)];
});
const copy = (i) => {
  const find = items[i].cloneNode(true);
  for (const each of all("a, .said", find)) fill(each, marked(each.textContent));
  data.texts[i].some((text, part) => {
    const told = text.split(/(?<=[^.\s]{3}[.?!])\s/).find((each) => each.match(WORD)?.some((word) => hits[fold(word)]));
    if (told) find.append(make("p", ...marked(told), make("small", data.parts[part])));
    return told;
  });
  return find;
};

const show = () => {
  const query = form.q.value.trim(), values = [...new FormData(form)], chosen = boxes.filter((box) => box.checked);
  const has = ({ id }) => (i) => items[i].matches(`[data-tags~=${id}]`);
  const fits = (but) => (i) => chosen.every(({ id }) => id[0] === but || chosen.some((box) => box.id[0] === id[0] && has(box)(i)));
  const found = ask(query), kept = found.filter(fits()), narrow = query || chosen[0];
  for (const box of boxes) {
    const label = box.parentNode, count = found.filter(has(box)).filter(fits(box.id[0])).length;
    label.hidden = !count && !box.checked;
    label.lastElementChild.textContent = count;
  }
  fill(chips, chosen.map((box) => link(box.dataset.back, values.filter(([name]) => name !== box.name))));
  fill(status, kept.length ? told(kept) : [make("strong", says.none), " ", says.about.replace("{}", query)]);
  fill(finds, []);
  let last;
  for (const i of narrow ? kept : []) {
    const group = items[i].parentNode, head = group.firstElementChild;
    if (group !== last) {
      finds.append(group.cloneNode());
      if (head !== items[i]) finds.lastChild.append(head.cloneNode(true));
    }
    finds.lastChild.append(copy(i));
    last = group;
  }
  const meant = query.replace(WORD, (word) => lost.includes(word) ? nearest(word) : word);
  const more = lost[0] ? ask(meant) : [];
  fill(better, [link(meant, { q: meant })]);
  fill(brings, told(more));
  [list.hidden, none.hidden, hint.hidden] = [narrow, kept.length, !more.length];
  clearTimeout(later);
  later = setTimeout(() => history.replaceState(0, "", link("", values)), 200);
};

const given = new URLSearchParams(location.search);
const load = () => document.head.append(Object.assign(make("script"), { src: form.dataset.texts, onload: () => {
  data = searchData;
  items.forEach((entry, i) => {
    for (const each of all("a, .said", entry)) learn(i, each.textContent, each.href ? 8 : 4);
    for (const text of data.texts[i]) learn(i, text, 1);
  });
  oninput = show;
  show();
} }));
form.q.value = given.get("q");
for (const box of boxes) box.checked = given.has(box.name);
form.hidden = filters.hidden = false;
filters.open = innerWidth > 832;
form.onsubmit = () => false;
addEventListener("focusin", load, { once: true });
if (location.search) load();
