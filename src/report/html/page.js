"use strict";
(() => {
  const form = document.getElementById("filters");
  let items = [...document.querySelectorAll(".item")];
  const sections = [...document.querySelectorAll(".document")];
  const list = document.getElementById("list");
  const ledger = document.getElementById("ledger");
  const nothing = document.querySelector(".nothing");
  const marks = new Map();
  const owner = key => key.split("-")[0];
  const owned = [...document.querySelectorAll("mark")].map(mark => {
    const keys = mark.dataset.of.split(" ");
    for (const key of keys) {
      if (!marks.has(key)) marks.set(key, []);
      marks.get(key).push(mark);
    }
    return [mark, [...new Set(keys.map(owner))]];
  });
  // What is beyond the first entries of a part waits as text until somebody looks for it.
  const letters = { f: "findings", a: "agreements", v: "verbatim", u: "unverified", s: "silenced" };
  const waiting = part => document.querySelector(`script[data-more=${part}]`);
  const grow = part => {
    const more = waiting(part);
    if (!more) return false;
    more.insertAdjacentHTML("beforebegin", more.textContent);
    more.remove();
    if (part !== "ledger") items = [...list.querySelectorAll(".item")];
    return true;
  };
  const growAll = part => { while (grow(part)); };
  const named = key => {
    if (!document.getElementById(key) && letters[key[0]]) growAll(letters[key[0]]);
    return document.getElementById(key);
  };
  const parts = [...form.querySelectorAll("[name=show]")];
  const levels = [...form.querySelectorAll("[name=level]")];
  const usual = parts.filter(box => box.checked).map(box => box.value).join(",");
  let chosen = null;

  // The filters live in the address, so that a view can be kept and sent.
  const write = () => {
    const state = new URLSearchParams();
    const show = parts.filter(box => box.checked).map(box => box.value).join(",");
    if (show !== usual) state.set("show", show);
    if (!levels.every(box => box.checked)) state.set("level", levels.filter(box => box.checked).map(box => box.value).join(","));
    if (form.rule.value) state.set("rule", form.rule.value);
    if (form.q.value) state.set("q", form.q.value);
    if (chosen) state.set("at", chosen.dataset.id);
    const hash = state.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  };
  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const values = (name, usually) => (state.has(name) ? state.get(name) : usually).split(",");
    const show = values("show", usual);
    parts.forEach(box => { box.checked = show.includes(box.value); });
    const level = values("level", levels.map(box => box.value).join(","));
    levels.forEach(box => { box.checked = level.includes(box.value); });
    form.rule.value = state.get("rule") || "";
    if (form.rule.selectedIndex < 0) form.rule.value = "";
    form.q.value = state.get("q") || "";
    filter();
    const at = state.get("at");
    const find = () => items.find(item => item.dataset.id === at);
    if (at && !find()) { Object.values(letters).forEach(growAll); filter(); }
    choose(find() || null, false);
  };
  const filter = () => {
    const show = new Set(parts.filter(box => box.checked).map(box => box.value));
    const level = new Set(levels.filter(box => box.checked).map(box => box.value));
    const words = form.q.value.toLowerCase();
    // Whoever narrows the list looks for something: all of it must be there.
    if (words || form.rule.value || level.size < levels.length) show.forEach(part => part !== "ledger" && growAll(part));
    const seen = new Set();
    for (const item of items) {
      const data = item.dataset;
      const passes = show.has(data.part) && (!data.level || level.has(data.level))
        && (!form.rule.value || data.rule === form.rule.value)
        && (!words || item.textContent.toLowerCase().includes(words));
      item.hidden = !passes;
      if (passes) seen.add(item.id);
    }
    const beyond = new Set(Object.keys(letters).filter(letter => show.has(letters[letter]) && waiting(letters[letter])));
    nothing.hidden = seen.size > 0;
    for (const [mark, owners] of owned) {
      mark.classList.toggle("quiet", !owners.some(key => seen.has(key) || beyond.has(key[0]) && !document.getElementById(key)));
    }
    ledger.hidden = !show.has("ledger");
  };
  const into = (mark, smooth) => {
    const pane = mark.closest(".document");
    const off = () => mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - 120;
    // Text that was never laid out has a guessed height: go there at once, and look again when it has its own.
    if (Math.abs(off()) > 4 * pane.clientHeight) {
      pane.scrollTop += off();
      let looks = 3;
      const again = () => { pane.scrollTop += off(); if (looks-- > 0) requestAnimationFrame(again); };
      requestAnimationFrame(again);
      return;
    }
    pane.scrollTo({ top: off() + pane.scrollTop, behavior: smooth ? "smooth" : "auto" });
  };
  // Both sides of what is chosen stand side by side, each scrolled to its words.
  const choose = (item, smooth) => {
    if (chosen) chosen.classList.remove("chosen");
    document.querySelectorAll("mark.on").forEach(mark => mark.classList.remove("on"));
    chosen = item;
    document.body.classList.toggle("linked", Boolean(item));
    if (!item) {
      sections.forEach(section => { section.hidden = false; });
      return;
    }
    item.classList.add("chosen");
    const seat = item.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (seat.top < frame.top || seat.bottom > frame.bottom) list.scrollTop += seat.top - frame.top - 10;
    const spots = [...item.querySelectorAll("[data-spot]")];
    const needed = new Set(spots.map(spot => spot.dataset.document));
    sections.forEach(section => { section.hidden = !needed.has(section.id); });
    const moved = new Set();
    for (const spot of spots) {
      const found = marks.get(spot.dataset.spot) || [];
      found.forEach(mark => mark.classList.add("on"));
      if (found.length && !moved.has(spot.dataset.document)) {
        moved.add(spot.dataset.document);
        into(found[0], smooth);
      }
    }
  };
  // The next entries of the first shown part that has more.
  const more = () => {
    const part = parts.map(box => box.checked && box.value).find(part => part && part !== "ledger" && waiting(part));
    if (part && grow(part)) filter();
  };
  const pick = item => { choose(item, true); write(); };
  const step = by => {
    const at = items.indexOf(chosen);
    if (by > 0 && !items.slice(at + 1).some(item => !item.hidden)) more();
    const open = items.filter(item => !item.hidden);
    const next = open[Math.min(Math.max(open.indexOf(chosen) + by, 0), open.length - 1)];
    if (next) { pick(next); next.focus({ preventScroll: true }); }
  };

  form.addEventListener("input", () => { filter(); write(); });
  form.addEventListener("submit", event => event.preventDefault());
  list.addEventListener("click", event => {
    const item = event.target.closest(".item");
    if (!item || event.target.closest("summary")) return;
    const spot = event.target.closest("[data-spot]");
    event.preventDefault();
    if (item !== chosen) pick(item);
    const found = spot && marks.get(spot.dataset.spot);
    if (found) into(found[0], true);
  });
  list.addEventListener("scroll", () => { if (list.scrollTop + 3 * list.clientHeight > list.scrollHeight) more(); });
  window.addEventListener("scroll", () => { if (ledger.getBoundingClientRect().bottom < 3 * innerHeight) grow("ledger"); });
  document.getElementById("documents").addEventListener("click", event => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const own = mark.dataset.of.split(" ").map(key => named(owner(key))).filter(item => item && !item.hidden);
    // A second click on words that several findings share goes on to the next.
    if (own.length) pick(own[(own.indexOf(chosen) + 1) % own.length]);
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search], select");
    if (event.key === "Escape") { if (typing) typing.blur(); choose(null); write(); return; }
    if (typing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); form.q.focus(); }
    else if (event.key === "l") { const box = parts.find(part => part.value === "ledger"); box.checked = !box.checked; filter(); write(); }
    else if (event.key === "Enter" && event.target.classList.contains("item")) pick(event.target);
  });
  const body = ledger.querySelector("tbody");
  const heads = [...ledger.querySelectorAll("th")];
  heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
    growAll("ledger");
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach(other => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = row => row.cells[column].dataset.sort || row.cells[column].textContent;
    const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
    body.append(...(down ? rows.reverse() : rows));
  }));
  window.addEventListener("hashchange", read);
  window.addEventListener("beforeprint", () => {
    parts.filter(box => box.checked).forEach(box => growAll(box.value));
    filter();
    document.querySelectorAll("details").forEach(details => { details.open = true; });
  });
  read();
})();
