// Keeps a page as its files are: waits for the next change, fetches the page again, and exchanges the parts that differ.
"use strict";

const live = document.getElementById("live");
const hidden = new Set();
let asking = false;
let again = false;
let ended = false;

// Every part of a page has an id, so that what is chosen, opened and scrolled to stays as it is.
function exchange(fresh) {
  const parts = [...fresh.querySelectorAll("[data-part]")];
  const ids = (found) => [...found].map((part) => part.id).join();
  if (ids(parts) !== ids(document.querySelectorAll("[data-part]"))) return location.reload();
  const focused = document.activeElement?.id;
  for (const part of parts) {
    const old = document.getElementById(part.id);
    for (const details of old.querySelectorAll("details")) part.querySelector(`#${details.id}`)?.toggleAttribute("open", details.open);
    if (part.id !== "frames" && !part.isEqualNode(old)) old.replaceWith(part);
  }
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

// Whoever has scrolled down would not see at the top that something is wrong, or that nothing comes any more.
function say() {
  const wrong = document.querySelector(".errors h2");
  live.classList.toggle("wrong", Boolean(wrong) && !ended);
  live.textContent = ended ? live.dataset.ended : wrong ? wrong.textContent : "";
}

async function page(address) {
  return new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
}

async function refresh() {
  again = asking;
  if (asking) return;
  asking = true;
  renew(document.querySelectorAll("iframe"));
  try {
    const fresh = await page(location.href);
    exchange(fresh);
    document.title = fresh.title;
    document.documentElement.dataset.number = fresh.documentElement.dataset.number;
    say();
    await list();
  } finally {
    asking = false;
    if (again) refresh();
  }
}

// What the other drafts are about comes a moment later: to make them all would keep this one waiting.
async function list() {
  const old = document.getElementById("drafts");
  if (!old) return;
  const part = (await page(old.dataset.whole)).getElementById("drafts");
  const focused = document.activeElement?.id;
  if (part && old.isConnected && !part.isEqualNode(old)) old.replaceWith(part);
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

// In the site people go from page to page, as they will; what lies elsewhere opens beside the preview.
function lead(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.origin === location.origin) return;
  event.preventDefault();
  open(link.href, "_blank", "noopener");
}

// A frame is as high as what it shows, and a click in it leads nowhere: the page would lose it.
function settle(frame) {
  const inside = frame.contentDocument;
  if (!inside || !inside.body || !frame.clientWidth) return;
  if (frame.classList.contains("site")) return inside.addEventListener("click", lead);
  inside.addEventListener("click", (event) => event.preventDefault());
  const slack = 2 + Math.ceil(2 / (frame.style.zoom || 1)); // edges fall between the points of a screen
  frame.style.height = `${Math.ceil(inside.documentElement.getBoundingClientRect().height) + slack}px`;
}

// Frames that are wider than their column are shown smaller, the first two beside each other; none is cut.
function fit() {
  for (const strip of document.querySelectorAll(".strip")) {
    const [first, second, ...others] = strip.querySelectorAll("iframe");
    if (!strip.clientWidth || !second) continue;
    const room = strip.clientWidth - parseFloat(getComputedStyle(strip).paddingRight);
    const gap = parseFloat(getComputedStyle(strip).columnGap);
    const wide = (frame) => parseFloat(getComputedStyle(frame).width);
    const scale = Math.min(1, (room - gap - 1) / (wide(first) + wide(second)));
    const beside = scale > 0.7;
    for (const frame of [first, second]) frame.style.zoom = beside ? scale : Math.min(1, room / wide(frame));
    for (const frame of others) frame.style.zoom = Math.min(1, room / wide(frame));
  }
}

function settleAll() {
  fit();
  renew([...hidden]);
  for (const frame of document.querySelectorAll("iframe")) settle(frame);
}

// Frames that nobody sees wait until somebody does.
function renew(frames) {
  for (const frame of frames) {
    hidden.delete(frame);
    if (frame.clientWidth) frame.contentWindow.location.reload();
    else hidden.add(frame);
  }
}

document.addEventListener("load", (event) => event.target.tagName === "IFRAME" && settle(event.target), true);
document.addEventListener("change", settleAll);
addEventListener("load", settleAll);
addEventListener("resize", fit);

const changes = new EventSource("/-/changes");
changes.addEventListener("message", (event) => {
  ended = false;
  say();
  if (event.data !== document.documentElement.dataset.number) refresh();
});
changes.addEventListener("error", () => {
  ended = true;
  say();
});
addEventListener("beforeunload", () => changes.close());
say();
list();
