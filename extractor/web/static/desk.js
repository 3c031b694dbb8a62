"use strict";
/* Marks: on the queue by key, and on the page of an article. Everything here is also a form that works without it. */
(() => {
  const words = document.getElementById("mark-words");
  if (!words) return;
  const live = document.getElementById("said");
  const say = (text) => { if (live) live.textContent = text; };

  async function send(fields) {
    const answer = await fetch("/marks", {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.message ? said.message[document.documentElement.lang] : answer.statusText);
    return said;
  }

  function show(card, mark) {
    card.dataset.state = mark ? mark.verdict : "open";
    const state = card.querySelector(".state");
    const said = mark ? words.dataset[mark.verdict === "confirm" ? "confirmed" : "dismissed"] : "";
    state.textContent = mark ? [said, mark.who, mark.at.slice(0, 10)].filter(Boolean).join(" · ") : "";
    say(said);
  }

  // --- the queue --------------------------------------------------------------------------------------------
  const list = document.getElementById("queue");
  if (list) {
    const rows = [...list.children];
    const bar = document.getElementById("alikebar");
    let at = -1;
    let alike = [];
    let last = null;

    function go(to, focus = true) {
      if (!rows.length) return;
      at = Math.max(0, Math.min(to, rows.length - 1));
      if (focus) rows[at].focus({ preventScroll: true });
      rows[at].scrollIntoView({ block: "nearest" });
    }

    async function mark(card, verdict, step = false) {
      const form = card.querySelector("form.decide");
      if (!form) return;
      const note = form.elements.note.value;
      try {
        const said = await send([["key", card.dataset.key], ["verdict", verdict], ["note", note]]);
        for (const row of rows) if (row.dataset.key === card.dataset.key) show(row, said.marks[card.dataset.key]);
        last = card;
        offer(said.alike.filter((key) => key !== card.dataset.key), card.dataset.key);
        if (step) go(at + 1);
      } catch (error) {
        say(`${words.dataset.unsaved}: ${error.message}`);
        card.querySelector(".state").textContent = `${words.dataset.unsaved}: ${error.message}`;
      }
    }

    function offer(keys, of) {
      alike = keys;
      bar.hidden = !keys.length;
      document.getElementById("alikecount").textContent = keys.length;
      document.getElementById("alikeshow").href = "/queue?alike=" + encodeURIComponent(of);
    }

    async function dismissAlike() {
      if (!alike.length) return;
      const keys = alike;
      try {
        const said = await send([...keys.map((key) => ["key", key]), ["verdict", "dismiss"], ["note", ""]]);
        for (const row of rows) if (said.marks[row.dataset.key]) show(row, said.marks[row.dataset.key]);
        offer([], "");
      } catch (error) {
        say(`${words.dataset.unsaved}: ${error.message}`);
      }
    }

    list.addEventListener("submit", (event) => {
      event.preventDefault();
      const card = event.target.closest(".card");
      at = rows.indexOf(card);
      // Enter in the note saves it with the decision that stands, or confirms.
      const pressed = event.submitter && event.submitter.matches("button") && document.activeElement === event.submitter;
      const verdict = pressed ? event.submitter.value : card.dataset.state === "dismiss" ? "dismiss" : "confirm";
      mark(card, verdict).then(() => { if (!pressed) card.focus(); });
    });
    list.addEventListener("focusin", (event) => { at = rows.indexOf(event.target.closest(".card")); });
    document.getElementById("alikeall").addEventListener("click", dismissAlike);
    document.getElementById("alikekeep").addEventListener("click", () => offer([], ""));

    const keys = {
      j: () => go(at + 1), ArrowDown: () => go(at + 1), k: () => go(at - 1), ArrowUp: () => go(at - 1),
      c: () => mark(rows[at], "confirm", true), d: () => mark(rows[at], "dismiss", true),
      u: () => mark(last || rows[at], "undo"),
      n: () => rows[at].querySelector("input[name=note]")?.focus(),
      o: () => { location.href = rows[at].dataset.open; },
      Enter: () => { if (document.activeElement === rows[at]) location.href = rows[at].dataset.open; },
      a: dismissAlike,
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = event.target.closest?.("input, textarea, select");
      if (typing) {
        if (event.key === "Escape" && at >= 0 && list.contains(typing)) rows[at].focus();
        return;
      }
      const act = keys[event.key];
      if (!act || !rows.length) return;
      if (event.key === "Enter" && document.activeElement !== rows[at]) return;
      if (at < 0 && !["j", "k", "ArrowDown", "ArrowUp", "a"].includes(event.key)) go(0);
      event.preventDefault();
      act();
    });
  }

  // --- the page of an article -------------------------------------------------------------------------------
  const marks = JSON.parse(words.dataset.marks || "{}");
  for (const card of document.querySelectorAll(".found > .card[data-finding]")) {
    const held = marks[card.dataset.finding];
    if (!held) continue;
    const row = document.createElement("p");
    row.className = "marks";
    const state = document.createElement("span");
    state.className = "state";
    const button = (label, verdict) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", async () => {
        try {
          const said = await send([["key", held.key], ["verdict", verdict], ["note", held.note]]);
          show(card, said.marks[held.key]);
        } catch (error) {
          state.textContent = `${words.dataset.unsaved}: ${error.message}`;
        }
      });
      return made;
    };
    row.append(
      button(words.dataset.confirm, "confirm"), button(words.dataset.dismiss, "dismiss"),
      button(words.dataset.undo, "undo"), state,
    );
    card.append(row);
    if (held.verdict) {
      card.dataset.state = held.verdict;
      state.textContent = [words.dataset[held.verdict === "confirm" ? "confirmed" : "dismissed"], held.who].filter(Boolean).join(" · ");
    }
  }
})();
