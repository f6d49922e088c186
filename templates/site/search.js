"use strict";

// One search over all codes, on every page. What is asked stands in the address, so that it can be
// sent to somebody, and going back from a code finds it again.
(() => {
  const MOST = 100; // results that are shown at once
  const FILTERS = ["provider", "list", "group", "permanent"];

  const { providers, lists, codes } = window.registry;
  const form = document.getElementById("search");
  const query = form.elements.q;
  const page = document.getElementById("page");
  const found = document.getElementById("found");
  const count = document.getElementById("count");
  const results = document.getElementById("results");
  const more = document.getElementById("more");

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // What is compared at each key is made ready once.
  const entries = codes.map((code) => {
    const list = lists[code.list];
    const provider = providers[list.provider];
    const names = [code.name, ...code.names].map(folded);
    const context = [code.description, code.group ?? "", list.name, list.title, provider.title];
    return {
      code,
      list,
      provider,
      value: folded(code.value),
      names,
      named: names.join(" "),
      text: folded([code.value, ...names, ...context].join(" ")),
      facts: {
        provider: provider.slug,
        list: `${provider.slug}.${list.name}`,
        group: code.group ?? "",
        permanent: String(code.permanent),
      },
    };
  });

  // How well an entry answers, 0 the best; -1 where it does not.
  const rank = (entry, asked, words) => {
    if (!words.every((word) => entry.text.includes(word))) return -1;
    if (entry.value === asked) return 0;
    if (entry.names.includes(asked)) return 1;
    if (entry.value.startsWith(asked) || entry.named.includes(asked)) return 2;
    return words.every((word) => entry.named.includes(word)) ? 3 : 4;
  };

  const passes = (entry, filters) =>
    filters.every(([name, wanted]) => entry.facts[name] === wanted);

  const search = (asked, filters) => {
    const words = asked.split(/\s+/).filter(Boolean);
    const ranks = [[], [], [], [], []];
    for (const entry of entries) {
      if (passes(entry, filters)) ranks[rank(entry, asked, words)]?.push(entry);
    }
    return ranks.flat();
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // The text with the words that were asked for marked.
  const marked = (text, words) => {
    const sought = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    if (!sought.length) return [text];
    const parts = text.split(new RegExp(`(${sought.join("|")})`, "iu"));
    return parts.map((part, index) => (index % 2 ? element("mark", {}, part) : part));
  };

  const shown = ({ code, list, provider }, words) => {
    const href = `${provider.slug}.html#${list.name}.${code.name}`;
    const value = element("span", { className: "value" }, ...marked(code.value, words));
    const name = element("code", {}, ...marked(code.name, words));
    const facts = [`${provider.title}: ${list.title}`, ...code.facts];
    const whose = element("span", { className: "whose" }, "Our judgement:");
    const ours = element("p", { className: "ours" }, whose, ` ${code.meaning}`);
    return element(
      "li",
      {},
      element("a", { className: "key", href }, value, " ", name),
      element("p", {}, ...marked(code.description, words)),
      element("ul", { className: "facts" }, ...facts.map((fact) => element("li", {}, fact))),
      ...(code.meaning ? [ours] : []),
    );
  };

  const chosen = () =>
    FILTERS.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);

  // Each choice narrows those below it: only lists of the provider, only groups of the list.
  const offer = () => {
    const filters = chosen();
    for (const [place, name] of FILTERS.slice(0, 3).entries()) {
      const above = filters.filter(([filter]) => FILTERS.indexOf(filter) < place);
      const select = form.elements[name];
      const kept = select.value;
      const labels = new Map();
      for (const entry of entries) {
        const value = entry.facts[name];
        if (value && passes(entry, above)) labels.set(value, label(name, entry));
      }
      const options = [...labels].map(([value, text]) => new Option(text, value));
      select.replaceChildren(select.options[0], ...options);
      select.value = labels.has(kept) ? kept : "";
    }
  };

  const label = (name, { code, list, provider }) => {
    if (name === "provider") return provider.title;
    if (name === "group") return code.group;
    return form.elements.provider.value ? list.title : `${provider.title}: ${list.title}`;
  };

  const show = (most = MOST) => {
    const asked = folded(query.value.trim());
    const filters = chosen();
    const isAsked = Boolean(asked || filters.length);
    found.hidden = !isAsked;
    page.hidden = isAsked;
    if (!isAsked) return;
    const words = query.value.trim().split(/\s+/).filter(Boolean);
    const answers = search(asked, filters);
    count.textContent = answers.length === 1 ? "1 code" : `${answers.length || "No"} codes`;
    results.replaceChildren(...answers.slice(0, most).map((entry) => shown(entry, words)));
    more.hidden = answers.length <= most;
    more.textContent = `Show all ${answers.length}`;
  };

  const remember = () => {
    const asked = new URLSearchParams(chosen());
    if (query.value) asked.set("q", query.value);
    const address = String(asked) ? `?${asked}` : location.pathname;
    history.replaceState(null, "", address);
  };

  const recall = () => {
    const asked = new URLSearchParams(location.search);
    query.value = asked.get("q") ?? "";
    for (const name of FILTERS) {
      offer();
      form.elements[name].value = asked.get(name) ?? "";
    }
    offer();
    show();
  };

  form.addEventListener("input", () => {
    offer();
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The fields are empty only after this event.
    setTimeout(() => {
      offer();
      show();
      remember();
      query.focus();
    });
  });
  more.addEventListener("click", () => {
    const next = results.children.length;
    show(Infinity);
    results.children[next].querySelector("a").focus();
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, select");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "Escape" && !found.hidden) {
      form.reset();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event, event.key === "ArrowDown" ? 1 : -1);
    }
  });

  // The arrows go from the field to the results and along them, as Tab does.
  const step = (event, by) => {
    const stops = [query, ...results.querySelectorAll("a")];
    const at = stops.indexOf(event.target);
    if (found.hidden || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  };

  form.hidden = false;
  recall();
})();
