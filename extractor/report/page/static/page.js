"use strict";
/* What the pages do beyond links: draws a claim between its figures, walks the findings by key, switches language
   and theme. Everything can be read without it. */
(() => {
  const root = document.documentElement;
  const svgNS = "http://www.w3.org/2000/svg";
  const kept = {
    get(name) { try { return localStorage.getItem("soatso." + name); } catch { return null; } },
    set(name, value) { try { localStorage.setItem("soatso." + name, value); } catch { /* kept for this page alone */ } },
  };
  const theme = kept.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // --- claims ---------------------------------------------------------------------------------------------
  const anchorOf = (link) => decodeURIComponent(link.getAttribute("href").slice(1));
  const cardsOf = new Map(); // a mark's anchor -> its cards, gravest first
  for (const card of document.querySelectorAll(".card")) {
    for (const link of card.querySelectorAll("a.to")) {
      const anchor = anchorOf(link);
      if (!cardsOf.has(anchor)) cardsOf.set(anchor, []);
      if (!cardsOf.get(anchor).includes(card)) cardsOf.get(anchor).push(card);
    }
  }
  let drawn = null;

  function clear() {
    if (!drawn) return;
    drawn.svg.replaceChildren();
    drawn.text.classList.remove("dim");
    for (const each of drawn.lit) each.classList.remove("lit");
    drawn = null;
  }

  function make(name, attributes) {
    const made = document.createElementNS(svgNS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function draw(card) {
    if (drawn && drawn.card === card) return;
    clear();
    const paper = card.closest(".cols")?.querySelector(".paper");
    if (!paper) return;
    const svg = paper.querySelector(".wires");
    const text = paper.querySelector(".text");
    const frame = paper.getBoundingClientRect();
    const lit = [card];
    const ends = [];
    for (const link of card.querySelectorAll("a.to")) {
      const place = document.getElementById(anchorOf(link));
      if (!place || !text.contains(place)) continue;
      const box = place.getClientRects()[0];
      if (!box) continue;
      place.classList.add("lit");
      lit.push(place);
      const role = link.querySelector(".role");
      ends.push({ x: box.left + box.width / 2 - frame.left, top: box.top - frame.top, role: role ? visible(role) : "" });
    }
    card.classList.add("lit");
    text.classList.add("dim");
    svg.replaceChildren();
    svg.dataset.v = card.dataset.v || (card.dataset.s ? "inconsistent" : "");
    if (ends.length > 1) {
      const last = ends[ends.length - 1]; // the published result stands last among the operands
      for (const end of ends.slice(0, -1)) {
        const lift = Math.min(70, 22 + Math.abs(end.x - last.x) / 12 + Math.abs(end.top - last.top) / 20);
        svg.append(make("path", { d: `M${end.x},${end.top} C${end.x},${end.top - lift} ${last.x},${last.top - lift} ${last.x},${last.top}` }));
      }
    }
    for (const end of ends) {
      if (!end.role) continue;
      const width = end.role.length * 6.6 + 12;
      svg.append(make("rect", { class: "plate", x: end.x - width / 2, y: end.top - 17, width, height: 16, rx: 8 }));
      const label = make("text", { x: end.x, y: end.top - 9 });
      label.textContent = end.role;
      svg.append(label);
    }
    drawn = { card, svg, text, lit };
  }

  const cardAt = (node) => {
    const card = node.closest?.(".card");
    if (card) return card;
    const mark = node.closest?.(".text .m, .text .spot");
    return mark ? (cardsOf.get(mark.id) || [])[0] : null;
  };
  let held = null; // the card that has the focus; it stays drawn when the pointer leaves
  const follow = (node) => {
    const card = cardAt(node) || held;
    if (card && card.isConnected) draw(card); else clear();
  };
  document.addEventListener("mouseover", (event) => { follow(event.target); tip(event.target); });
  document.addEventListener("focusin", (event) => { held = cardAt(event.target); follow(event.target); tip(event.target); });
  document.addEventListener("focusout", () => { held = null; });
  addEventListener("resize", clear);

  // --- what a mark is, beside it --------------------------------------------------------------------------
  const bubble = document.createElement("div");
  bubble.className = "tip";
  bubble.hidden = true;
  bubble.setAttribute("aria-hidden", "true"); // the same stands in the lists below the text
  document.body.append(bubble);

  function tip(node) {
    const mark = node.closest?.(".text .m");
    const row = mark && document.getElementById(mark.id + "-row");
    if (!row) { bubble.hidden = true; return; }
    const names = row.closest("table").querySelectorAll("thead th");
    const list = document.createElement("dl");
    [...row.children].forEach((cell, i) => {
      const said = visible(cell);
      if (!said || i === 0) return;
      const term = document.createElement("dt");
      const value = document.createElement("dd");
      term.textContent = visible(names[i]);
      value.textContent = said;
      list.append(term, value);
    });
    bubble.replaceChildren(list);
    bubble.hidden = !list.children.length;
    const box = mark.getClientRects()[0];
    bubble.style.left = Math.max(8, Math.min(box.left, innerWidth - 340)) + scrollX + "px";
    bubble.style.top = box.bottom + 8 + scrollY + "px";
  }

  // What is said may be folded away, where innerText knows nothing of what is shown.
  function visible(node) {
    const said = [...node.querySelectorAll(`.t[lang="${root.lang}"]`)];
    return said.length ? said.map((each) => each.textContent).join(", ") : node.textContent.trim().replace(/\s+/g, " ");
  }

  // --- keys -----------------------------------------------------------------------------------------------
  const found = [...document.querySelectorAll(".found > .card")];
  const typing = (node) => node.closest?.("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const at = found.indexOf(document.activeElement?.closest?.(".found > .card"));
    if (event.key === "Escape") { held = null; clear(); bubble.hidden = true; }
    if (!found.length || document.body.dataset.keys === "own") return;
    if (event.key === "n" || event.key === "p") {
      const to = event.key === "n" ? Math.min(at + 1, found.length - 1) : Math.max(at - 1, 0);
      go(found[to]);
      event.preventDefault();
    } else if (event.key === "Enter" && document.activeElement === found[at] && at >= 0) {
      const link = found[at].querySelector("a.to");
      if (link) { location.hash = ""; location.hash = link.getAttribute("href"); }
    }
  });

  function go(card) {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const link = card.querySelector("a.to");
    const place = link && document.getElementById(anchorOf(link));
    if (place) place.scrollIntoView({ block: "center" });
    // What comes into sight may take another height than was foreseen for it.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (held === card) { clear(); draw(card); }
    }));
  }

  // A jump to a folded card opens what it is in.
  function unfold() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView({ block: "nearest" }); }
  }
  addEventListener("hashchange", unfold);
  unfold();

  // --- legend, language, theme, print ---------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const key = event.target.closest?.(".kindkey");
    if (key) {
      const on = key.getAttribute("aria-pressed") !== "true";
      key.setAttribute("aria-pressed", String(on));
      const text = key.closest(".cols").querySelector(".text");
      const kinds = [...key.closest(".keyset").querySelectorAll('[aria-pressed="true"]')].map((each) => each.dataset.kind);
      for (const mark of text.querySelectorAll(".m")) mark.classList.toggle("lit", kinds.includes(mark.dataset.k));
      text.classList.toggle("dim", kinds.length > 0);
      return;
    }
    const action = event.target.closest?.("[data-do]");
    if (!action) return;
    if (action.dataset.do === "lang") {
      const to = root.lang === "vi" ? "en" : "vi";
      root.lang = to;
      kept.set("lang", to);
      action.textContent = to === "vi" ? "English" : "Tiếng Việt";
      action.lang = to === "vi" ? "en" : "vi";
      clear();
    } else if (action.dataset.do === "theme") {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      kept.set("theme", root.dataset.theme);
    } else if (action.dataset.do === "print") {
      print();
    }
  });
})();
