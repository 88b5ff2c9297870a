// Keeps a page as its files are: waits for the next change, fetches the page again, and exchanges the parts that differ.
"use strict";

const live = document.getElementById("live");
let asking = false;
let again = false;

// Every part of a page has an id, so that what is chosen, opened and scrolled to stays as it is.
function exchange(fresh) {
  const focused = document.activeElement && document.activeElement.id;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    if (!old) return location.reload();
    const opened = [...old.querySelectorAll("details[open]")].map((details) => details.id);
    for (const id of opened) part.querySelector(`#${id}`)?.setAttribute("open", "");
    if (!part.isEqualNode(old) && part.id !== "frames") old.replaceWith(part);
  }
  for (const old of document.querySelectorAll("[data-part]")) if (!fresh.getElementById(old.id)) return location.reload();
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({preventScroll: true});
}

async function page(address) {
  return new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
}

async function refresh() {
  again = asking;
  if (asking) return;
  asking = true;
  try {
    const fresh = await page(location.href);
    exchange(fresh);
    document.title = fresh.title;
    document.documentElement.dataset.number = fresh.documentElement.dataset.number;
    for (const frame of document.querySelectorAll("iframe")) frame.contentWindow.location.reload();
    await list();
  } finally {
    asking = false;
    if (again) refresh();
  }
}

// What the other drafts are about comes a moment later: to make them all would keep this one waiting.
async function list() {
  const drafts = document.getElementById("drafts");
  if (drafts) exchangeList(await page(drafts.dataset.whole));
}

function exchangeList(fresh) {
  const focused = document.activeElement && document.activeElement.id;
  const [old, part] = [document.getElementById("drafts"), fresh.getElementById("drafts")];
  if (!part || part.isEqualNode(old)) return;
  old.replaceWith(part);
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

// A frame is as high as what it shows, and a click in it leads nowhere: the page would lose it.
function settle(frame) {
  const inside = frame.contentDocument;
  if (!inside || !inside.body || !frame.clientWidth) return;
  inside.addEventListener("click", (event) => event.preventDefault());
  frame.style.height = `${Math.ceil(inside.documentElement.getBoundingClientRect().height) + 2}px`;
}

function settleAll() {
  for (const frame of document.querySelectorAll("iframe")) settle(frame);
}

document.addEventListener("load", (event) => event.target.tagName === "IFRAME" && settle(event.target), true);
document.addEventListener("change", settleAll);
addEventListener("load", settleAll);

const changes = new EventSource("/-/changes");
changes.addEventListener("message", (event) => {
  live.textContent = "";
  if (event.data !== document.documentElement.dataset.number) refresh();
});
changes.addEventListener("error", () => { live.textContent = live.dataset.ended; });
addEventListener("beforeunload", () => changes.close());
list();
