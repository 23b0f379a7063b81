"use strict";
(() => {
  const form = document.getElementById("filters");
  let items = [...document.querySelectorAll(".item")];
  const sections = [...document.querySelectorAll(".document")];
  const contents = document.querySelector(".contents");
  const list = document.getElementById("list");
  const turn = document.querySelector(".turn");
  const ledger = document.getElementById("ledger");
  const body = ledger.querySelector("tbody");
  const nothing = document.querySelector(".nothing");
  const marks = new Map();
  const owner = key => key.split("-")[0];
  const owned = [];
  const absorb = section => {
    for (const mark of section.querySelectorAll("mark")) {
      const keys = mark.dataset.of.split(" ");
      for (const key of keys) {
        if (!marks.has(key)) marks.set(key, []);
        marks.get(key).push(mark);
      }
      owned.push([mark, [...new Set(keys.map(owner))]]);
    }
  };
  sections.forEach(absorb);
  // Where there are many documents, each waits as text until it is chosen.
  const open = section => {
    const text = section.querySelector("script");
    if (!text) return;
    text.insertAdjacentHTML("beforebegin", text.textContent);
    text.remove();
    absorb(section);
    hush();
  };
  // What is beyond the first entries of a part waits as text until somebody looks for it.
  const letters = { f: "findings", a: "agreements", v: "verbatim", u: "unverified", s: "silenced", c: "claims" };
  const waiting = part => document.querySelector(`script[data-more=${part}]`);
  const grow = (part, whole) => {
    const all = [...document.querySelectorAll(`script[data-more=${part}]`)], taken = whole ? all : all.slice(0, 1);
    if (!taken.length) return false;
    taken[0].insertAdjacentHTML("beforebegin", taken.map(more => more.textContent).join(""));
    taken.forEach(more => more.remove());
    if (part !== "ledger") items = [...list.querySelectorAll(".item:not([data-part=ledger])")];
    if (markable.includes(part)) items.forEach(equip);
    return true;
  };
  const growAll = part => grow(part, true);
  const named = key => {
    if (!document.getElementById(key)) growAll(letters[key[0]] || "ledger");
    return document.getElementById(key);
  };

  // What a reader thinks of a finding is kept in the browser by the finding's id, and so outlives the page.
  const markable = ["findings", "claims"];
  const template = document.getElementById("marking").content.firstElementChild;
  const tally = document.getElementById("tally"), save = document.getElementById("save");
  const unkept = new Map();
  // What is searched: the words of an entry, not those of its buttons.
  const texts = new WeakMap();
  const textOf = element => {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  };
  // The buttons of an entry.
  const tooled = new WeakMap();
  const entries = row => (row.dataset.entries || "").split(" ").filter(Boolean);
  let isKept = true;
  const stored = id => "crosscheck:mark:" + id;
  const judged = id => {
    let text = unkept.get(id);
    try { text = localStorage.getItem(stored(id)) || text; } catch { isKept = false; }
    try {
      const { mark, reason } = JSON.parse(text || "{}");
      return ["checked", "dismissed", "to-fix"].includes(mark) ? { mark, reason: String(reason || "") } : { mark: "", reason: "" };
    } catch { return { mark: "", reason: "" }; }
  };
  const keep = (id, mark, reason) => {
    const text = JSON.stringify({ mark, reason });
    unkept.set(id, text);
    try { if (mark) localStorage.setItem(stored(id), text); else localStorage.removeItem(stored(id)); } catch { isKept = false; }
    if (!mark) unkept.delete(id);
  };
  const show = item => {
    const { mark, reason } = judged(item.dataset.id);
    item.dataset.mark = mark;
    const tools = tooled.get(item);
    tools.querySelectorAll("button").forEach(button => button.setAttribute("aria-pressed", String(button.value === mark)));
    const field = tools.querySelector("label");
    if (field) {
      field.hidden = mark !== "dismissed";
      if (field.lastElementChild.value !== reason) field.lastElementChild.value = reason;
      field.lastElementChild.setAttribute("aria-invalid", String(mark === "dismissed" && !reason.trim()));
    }
  };
  const equip = item => {
    if (!markable.includes(item.dataset.part) || tooled.has(item)) return;
    textOf(item);
    const tools = template.cloneNode(true);
    // A claim is ticked off; what is wrong with it is a finding.
    if (item.dataset.part === "claims") [...tools.children].slice(2).forEach(child => child.remove());
    item.append(tools);
    tooled.set(item, tools);
    show(item);
  };
  items.forEach(equip);
  // All findings in their order, those that wait as text too.
  const all = new Map();
  for (const item of items) if (item.dataset.part === "findings") all.set(item.dataset.id, item.dataset.rule);
  for (const more of document.querySelectorAll("script[data-more=findings]")) {
    for (const [, rule, id] of more.textContent.matchAll(/ data-rule="([^"]*)" data-id="([^"]*)"/g)) all.set(id, rule.replaceAll("&#x2f;", "/"));
  }
  const count = () => {
    const done = [...all.keys()].filter(id => judged(id).mark).length;
    tally.textContent = `${done} of ${all.size} ${all.size === 1 ? "finding" : "findings"} marked`
      + (isKept ? "" : "; this browser keeps no marks: save them before the page is closed");
    save.disabled = done === 0;
  };
  const marksOfAll = () => [...all].map(([id, rule]) => ({ id, rule, ...judged(id) })).filter(entry => entry.mark);
  save.addEventListener("click", () => {
    const entries = marksOfAll();
    const bare = entries.find(entry => entry.mark === "dismissed" && !entry.reason.trim());
    if (bare) {
      const find = () => items.find(item => item.dataset.id === bare.id);
      if (!find()) growAll("findings");
      reveal(find());
      tally.textContent = "A dismissed finding has no reason: say why it may stay, then save again.";
      find().querySelector(".marking input").focus();
      return;
    }
    const text = JSON.stringify({ crosscheck_marks: Number(save.dataset.format), version: save.dataset.version, marks: entries }, null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
    link.download = "crosscheck-marks.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  list.addEventListener("click", event => {
    const button = event.target.closest(".marking button");
    if (!button) return;
    const item = button.closest(".item"), { mark, reason } = judged(item.dataset.id);
    keep(item.dataset.id, mark === button.value ? "" : button.value, reason);
    show(item);
    count();
    if (item.dataset.mark === "dismissed") item.querySelector(".marking input").focus();
  });
  list.addEventListener("input", event => {
    const item = event.target.closest(".item");
    if (!item) return;
    keep(item.dataset.id, "dismissed", event.target.value);
    show(item);
    count();
  });
  // Another page may hold the same findings.
  window.addEventListener("storage", () => { items.forEach(item => markable.includes(item.dataset.part) && show(item)); count(); });
  document.querySelectorAll(".scripted").forEach(element => { element.hidden = false; });
  count();

  const parts = [...form.querySelectorAll("[name=show]")];
  const levels = [...form.querySelectorAll("[name=level]")];
  const seen = new Set();
  // The entries that pass, whether their part is shown or not.
  const fitting = new Set();
  let later = 0;
  const passing = document.getElementById("rows");
  const narrow = matchMedia("(max-width: 800px)");
  const usual = parts.filter(box => box.checked).map(box => box.value).join(",");
  let chosen = null;
  // Where a narrow screen was before an entry filled it.
  let left = 0;

  // The filters live in the address, so that a view can be kept and sent.
  const write = () => {
    const state = new URLSearchParams();
    const show = parts.filter(box => box.checked).map(box => box.value).join(",");
    if (show !== usual) state.set("show", show);
    if (!levels.every(box => box.checked)) state.set("level", levels.filter(box => box.checked).map(box => box.value).join(","));
    if (form.rule.value) state.set("rule", form.rule.value);
    for (const name of ["state", "mark"]) if (form[name] && form[name].value) state.set(name, form[name].value);
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
    for (const name of ["state", "mark"]) if (form[name]) form[name].value = state.get(name) || "";
    form.q.value = state.get("q") || "";
    filter();
    const at = state.get("at");
    if (/^l\d+$/.test(at) && named(at)) { lead(named(at), false); return; }
    const find = () => items.find(item => item.dataset.id === at);
    if (at && !find()) { Object.values(letters).forEach(growAll); filter(); }
    choose(find() || null, false);
  };
  const filter = () => {
    const show = new Set(parts.filter(box => box.checked).map(box => box.value));
    const level = new Set(levels.filter(box => box.checked).map(box => box.value));
    const words = form.q.value.toLowerCase();
    // Whoever narrows the list looks for something: all of it must be there.
    const claims = form.state ? form.state.value : "";
    const mark = form.mark.value;
    const byFinding = Boolean(form.rule.value || level.size < levels.length);
    const narrows = Boolean(words || byFinding || claims || mark);
    if (narrows) show.forEach(part => part !== "ledger" && growAll(part));
    if ((byFinding || claims || mark) && show.has("ledger")) ["findings", "claims"].forEach(growAll);
    const has = element => !words || textOf(element).includes(words);
    const fits = ({ dataset: data }) => (!data.level || level.has(data.level))
      && (!form.rule.value || data.rule === form.rule.value)
      && (!claims || !data.state || data.state === claims)
      && (!mark || (data.mark || "none") === mark && markable.includes(data.part));
    seen.clear();
    fitting.clear();
    for (const item of items) {
      const passes = fits(item);
      if (passes) fitting.add(item.id);
      item.hidden = !(passes && show.has(item.dataset.part) && has(item));
      if (!item.hidden) seen.add(item.id);
    }
    nothing.hidden = seen.size > 0;
    ledger.hidden = !show.has("ledger");
    document.body.classList.toggle("rows", !ledger.hidden);
    // A claim passes by its own words, and by the entries that stand at them.
    const narrowRows = () => {
      let rows = 0;
      for (const row of body.rows) {
        const at = byFinding || claims || mark ? entries(row).filter(key => fitting.has(key)) : [];
        const of = letter => at.some(key => key[0] === letter);
        row.hidden = !((!byFinding || of("f")) && (!claims || of("c")) && (!mark || at.length) && has(row));
        if (!row.hidden) rows += 1;
      }
      passing.textContent = narrows ? `${rows} of ${body.rows.length} claims pass the filters` : "";
    };
    clearTimeout(later);
    // The rows of a very long ledger come after the list, which is above them.
    if (!ledger.hidden && narrows && waiting("ledger")) later = setTimeout(() => { growAll("ledger"); narrowRows(); });
    else if (!ledger.hidden) narrowRows();
    hush();
  };
  // A place whose entries are all hidden is not marked.
  const hush = () => {
    const show = new Set(parts.filter(box => box.checked).map(box => box.value));
    const beyond = new Set(Object.keys(letters).filter(letter => show.has(letters[letter]) && waiting(letters[letter])));
    for (const [mark, owners] of owned) {
      mark.classList.toggle("quiet", !owners.some(key => seen.has(key) || beyond.has(key[0]) && !document.getElementById(key)));
    }
  };
  // The list and the panes end where the screen does, whatever of the head stands above them.
  const main = document.querySelector("main");
  const fit = () => document.documentElement.style.setProperty("--above", Math.max(0, Math.round(main.getBoundingClientRect().top)) + "px");
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
    const grid = mark.closest(".grid");
    if (grid) grid.scrollLeft += mark.getBoundingClientRect().left - grid.getBoundingClientRect().left - grid.clientWidth / 3;
    pane.scrollTo({ top: off() + pane.scrollTop, behavior: smooth ? "smooth" : "auto" });
  };
  // Both sides of what is chosen stand side by side, each scrolled to its words.
  const choose = (item, smooth) => {
    if (item && !chosen) left = scrollY;
    if (chosen) chosen.classList.remove("chosen");
    if (chosen && chosen !== item && chosen.dataset.part === "ledger") chosen.remove();
    document.querySelectorAll("mark.on").forEach(mark => mark.classList.remove("on"));
    chosen = item;
    fit();
    document.body.classList.toggle("linked", Boolean(item));
    turn.querySelector("[data-step='0']").disabled = !item;
    if (contents) contents.hidden = Boolean(item);
    if (!item) {
      sections.forEach(section => { section.hidden = Boolean(contents); });
      return;
    }
    item.classList.add("chosen");
    const seat = item.getBoundingClientRect(), frame = list.getBoundingClientRect();
    // On a narrow screen it stands there alone.
    if (narrow.matches) list.scrollTop = 0;
    else if (seat.top < frame.top + turn.offsetHeight || seat.bottom > frame.bottom) list.scrollTop += seat.top - frame.top - turn.offsetHeight - 10;
    const spots = [...item.querySelectorAll("[data-spot]")];
    const needed = new Set(spots.map(spot => spot.dataset.document));
    sections.forEach(section => {
      section.hidden = !needed.has(section.id);
      if (!section.hidden) open(section);
    });
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
  // A claim of the ledger stands for a while in the list, with what was read out of its words.
  const card = row => {
    const make = (name, kind, ...content) => {
      const element = document.createElement(name);
      element.className = kind;
      element.append(...content);
      return element;
    };
    const [path, place, kind, words, subject, value, qualifiers, outcome] = [...row.cells].map(cell => cell.textContent);
    const link = row.querySelector("[data-spot]").cloneNode();
    link.dataset.document = link.hash.slice(1);
    link.append(make("span", "place", `${path}:${place}`), make("q", "", words));
    const read = [["of", subject], ["read as", value], ["", qualifiers]].filter(([, words]) => words);
    const told = entries(row).map(named).filter(Boolean).map(({ id: key, dataset, firstElementChild: head }) => {
      const message = head.parentElement.querySelector(".message");
      const entry = make("a", "", dataset.part === "claims" ? "among the claims of the draft" : (message || head).textContent);
      entry.href = "#" + key;
      entry.dataset.entry = key;
      return make("li", "", entry);
    });
    const item = make("article", "item",
      make("h2", "", make("span", "level " + row.cells[7].className, outcome), " ", make("code", "", kind)),
      make("ol", "spots", make("li", "", link)),
      make("ul", "help", ...read.map(([name, words]) => make("li", "", name ? `${name}: ${words}` : words)), ...told));
    Object.assign(item.dataset, { part: "ledger", id: row.id });
    item.tabIndex = 0;
    turn.after(item);
    return item;
  };
  // What a filter hides is shown again by whoever asks for it.
  const reveal = item => {
    if (item.hidden) {
      const shown = parts.filter(box => box.checked || box.value === item.dataset.part);
      form.reset();
      parts.forEach(box => { box.checked = shown.includes(box); });
      filter();
    }
    pick(item);
  };
  const lead = (row, smooth) => {
    if (!narrow.matches) main.scrollIntoView();
    choose(card(row), smooth);
    write();
  };
  const rowOf = item => item && item.dataset.part === "ledger" ? document.getElementById(item.dataset.id) : null;
  const stepRow = by => {
    const at = [...body.rows].indexOf(rowOf(chosen));
    if (by > 0 && ![...body.rows].slice(at + 1).some(row => !row.hidden)) grow("ledger");
    const rows = [...body.rows].filter((row, index) => !row.hidden && (index - at) * by > 0);
    const next = by > 0 ? rows[0] : rows[rows.length - 1];
    if (next) lead(next, true);
  };
  const step = by => {
    if (rowOf(chosen)) { stepRow(by); return; }
    const at = items.indexOf(chosen);
    if (by > 0 && !items.slice(at + 1).some(item => !item.hidden)) more();
    const passing = items.filter(item => !item.hidden);
    const next = passing[Math.min(Math.max(passing.indexOf(chosen) + by, 0), passing.length - 1)];
    if (next) { pick(next); next.focus({ preventScroll: true }); }
  };

  const close = () => {
    const last = chosen, row = rowOf(chosen);
    choose(null);
    write();
    if (row && !ledger.hidden) { row.scrollIntoView({ block: "center" }); row.querySelector("a").focus({ preventScroll: true }); }
    else if (narrow.matches) scrollTo(0, left);
    else if (last) last.scrollIntoView({ block: "nearest" });
  };
  turn.addEventListener("click", event => {
    const by = Number(event.target.dataset.step);
    if (by) step(by); else if (event.target.dataset.step) close();
  });
  if (contents) contents.addEventListener("click", event => {
    const link = event.target.closest("[data-open]");
    if (!link) return;
    event.preventDefault();
    const section = document.getElementById(link.dataset.open);
    sections.forEach(other => { other.hidden = other !== section; });
    open(section);
    section.scrollIntoView();
  });
  form.addEventListener("input", () => { filter(); write(); });
  form.addEventListener("submit", event => event.preventDefault());
  list.addEventListener("click", event => {
    const item = event.target.closest(".item");
    if (!item || event.target.closest("summary, .marking")) return;
    const spot = event.target.closest("[data-spot]"), entry = event.target.closest("[data-entry]");
    event.preventDefault();
    if (entry) { reveal(named(entry.dataset.entry)); return; }
    if (item !== chosen) pick(item);
    const found = spot && marks.get(spot.dataset.spot);
    if (found) into(found[0], true);
  });
  list.addEventListener("scroll", () => { if (list.scrollTop + 3 * list.clientHeight > list.scrollHeight) more(); });
  window.addEventListener("resize", fit);
  window.addEventListener("scroll", () => { fit(); if (ledger.getBoundingClientRect().bottom < 3 * innerHeight) grow("ledger"); });
  document.getElementById("documents").addEventListener("click", event => {
    const mark = event.target.closest("mark");
    if (!mark || String(getSelection())) return;
    const keys = mark.dataset.of.split(" ");
    const own = keys.filter(key => letters[key[0]]).map(key => named(owner(key))).filter(item => item && !item.hidden);
    // A second click on words that several findings share goes on to the next.
    if (own.length) { pick(own[(own.indexOf(chosen) + 1) % own.length]); return; }
    if (ledger.hidden) return;
    // Words that no entry stands at were read all the same: the last claim that opens there is the closest.
    growAll("ledger");
    const links = [...body.querySelectorAll("[data-spot]")];
    const closest = keys.reverse().map(key => links.find(link => link.dataset.spot === key)).find(Boolean);
    if (closest) lead(closest.closest("tr"), true);
  });
  body.addEventListener("click", event => {
    const row = event.target.closest("tr");
    if (!row || String(getSelection())) return;
    event.preventDefault();
    lead(row, true);
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search], input[type=text], select");
    if (event.key === "Escape") { if (typing) typing.blur(); close(); return; }
    if (typing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); form.q.focus(); }
    else if (event.key === "l") { const box = parts.find(part => part.value === "ledger"); box.checked = !box.checked; filter(); write(); }
    else if (event.key === "Enter" && event.target.classList.contains("item")) pick(event.target);
  });
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
    const printed = parts.filter(box => box.checked && box.value !== "ledger").map(box => box.value);
    // Who prints has chosen the findings, or in their absence what else is shown.
    document.body.classList.toggle("findings", printed.includes("findings"));
    (printed.includes("findings") ? ["findings"] : printed).forEach(growAll);
    filter();
  });
  fit();
  read();
})();
