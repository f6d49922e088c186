"use strict";

// One search over all codes, on every page. The query is in the address, so that it can be shared,
// and going back from a code restores it.
(() => {
  const MOST = 100; // results that are shown at once
  const LEAST = 0.5; // how alike a suggestion is, from 0 to 1
  const PACKAGE = "provider_codes"; // what paths may begin with
  const FILTERS = ["provider", "list", "group", "permanent"];

  const { providers, lists, codes } = window.registry;
  const form = document.getElementById("search");
  const query = form.elements.q;
  const page = document.getElementById("page");
  const found = document.getElementById("found");
  const count = document.getElementById("count");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const instead = document.getElementById("instead");
  const filtering = document.getElementById("filters");

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const unpadded = (text) => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, "") : text);
  const isNumber = (word) => /^-?\d+$/.test(word);
  const title = document.title;

  // What is compared at each key is made ready once.
  const entries = codes.map((code) => {
    const list = lists[code.list];
    const provider = providers[list.provider];
    const path = `${provider.slug}.${list.name}`;
    const terms = ["", code.value, unpadded(code.value), code.name, ...code.names, ""];
    const names = folded(terms.join("\n"));
    const where = folded(`${path} ${provider.title}: ${list.title}`);
    return {
      code,
      list,
      provider,
      path: `${path}.${code.name}`,
      id: `${path}:${code.value}`,
      names,
      scopes: folded(path).split("."),
      text: `${names}${folded(`${code.description} ${code.group ?? ""}`)} ${where}`,
      ours: folded(
        [code.advice, code.meaning, code.basis, code.group && `group ${code.group}`, ...code.notes]
          .filter(Boolean)
          .join(" "),
      ),
      facts: {
        provider: provider.slug,
        list: path,
        group: code.group ?? "",
        permanent: String(code.permanent),
      },
    };
  });

  // The search of the command line, in the same steps: see _search.py.
  const PUNCTUATION = /^[ .,:;#!?"'`()[\]{}<>]+|[ .,:;#!?"'`()[\]{}<>]+$/g;
  const GAPS = /[\s,;=|&?"'`()[\]{}<>]+/;
  const LABELS = ["code", "codes", "id", "ids", "groupname"]; // they say nothing of a number's list
  const DAY = /\b(?:19|20)\d\d([-/.])\d\d?\1\d\d?(?:t|\b)|\b\d\d?([-/.])(?:\d\d?|[a-z]{3})\2(?:19|20)\d\d\b/g;
  const TIME =
    /(?<!\d)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?: ?[-+]\d\d:?\d\d|z)?\b/g;
  const GROUP_OR_COUNT = /\b(?:group[ _-]?id|(?:sms|message)count)\W+\d+/g;
  const trimmed = (text) => text.replace(PUNCTUATION, "");
  const wordsOf = (text) => text.split(GAPS).map(trimmed).filter(Boolean);

  // Digits are no part of a longer number or word: -1 is not in ISO 3166-1.
  const isIn = (word, text) =>
    text.includes(word) &&
    (!isNumber(word) || new RegExp(`(?<![\\w.-])${word}(?![\\w-])`).test(text));
  const documentsAll = (entry, words) => words.every((word) => isIn(word, entry.text));
  const hasAll = (entry, words, ourNumbers = false) =>
    words.every(
      (word) =>
        isIn(word, entry.text) || ((ourNumbers || !isNumber(word)) && isIn(word, entry.ours)),
    );

  const called = (known, term) => {
    if (!term) return [];
    const isCalled = (entry, key) => entry.names.includes(`\n${unpadded(key)}\n`);
    const found = known.filter((entry) => isCalled(entry, term));
    if (found.length) return found;
    const at = term.includes(":") ? term.indexOf(":") : term.lastIndexOf(".");
    const key = term.slice(at + 1).trim();
    if (at < 1 || !key) return [];
    const scopes = term.slice(0, at).split(".").filter((each) => each !== PACKAGE);
    const isThere = (entry) => scopes.every((scope) => entry.scopes.includes(scope));
    return known.filter((entry) => isCalled(entry, key) && isThere(entry));
  };

  const rank = (entry, asked, words) => {
    if (entry.names.includes(asked)) return 0;
    if (words.every((word) => isIn(word, entry.names))) return 1;
    return documentsAll(entry, words) || entry.ours.includes(asked) ? 2 : 3;
  };

  const containing = (known, asked, words, exact) => {
    const ranks = [[], [], [], []];
    const slugs = new Set(known.map((entry) => entry.scopes[0]));
    const named = words.filter((word) => slugs.has(word)); // providers, whose codes these are
    const isThere = (entry) => !named.length || named.includes(entry.scopes[0]);
    for (const entry of words.length ? known.filter(isThere) : []) {
      if (!exact.includes(entry) && hasAll(entry, words)) {
        ranks[rank(entry, asked, words)].push(entry);
      }
    }
    return ranks.flat();
  };

  // Values, names and ids, each with the words before it; the last one has those after it, too. If
  // a query begins with one and ends with another word, each has the words after it.
  const parts = (known, asked) => {
    const isWanted = (word) => called(known, word).length > 0;
    const split = (word) => (isWanted(word) ? [word] : word.split(/[:/]/));
    let words = wordsOf(asked).flatMap(split).filter(Boolean);
    if (words.some(isNumber)) words = words.filter((word) => !LABELS.includes(word));
    const [wanted, context] = [[], []];
    const isReversed = isWanted(words[0]) && !isWanted(words.at(-1));
    const ordered = (found) => (isReversed ? found.toReversed() : found);
    let beside = [];
    for (const word of ordered(words)) {
      if (isWanted(word)) {
        wanted.push({ word, beside });
        beside = [];
      } else {
        beside.push(word);
        context.push(word);
      }
    }
    wanted.at(-1)?.beside.push(...beside);
    return { wanted: ordered(wanted), context: ordered(context) };
  };

  // The codes that fit the words beside their value or name, and all in the scope of these. A value
  // without a scope beside it has that of the value before it.
  const fitting = (known, wanted, context) => {
    const scopes = new Set(known.flatMap(scopesOf));
    const slugs = new Set(known.map((entry) => entry.scopes[0]));
    const [exact, rest] = [[], []];
    let own = context.filter((each) => scopes.has(each));
    for (const { word, beside } of wanted) {
      const here = beside.filter((each) => scopes.has(each));
      if (here.length) own = here;
      // Of several providers or lists, any will do.
      const kinds = [own.filter((each) => slugs.has(each)), own.filter((each) => !slugs.has(each))];
      const isThere = (entry) =>
        kinds.every((kind) => !kind.length || scopesOf(entry).some((each) => kind.includes(each)));
      const found = called(known, word).filter(isThere);
      const about = beside.filter((each) => !scopes.has(each));
      exact.push(...found.filter((entry) => documentsAll(entry, about)));
      rest.push(...found);
    }
    return { exact: [...new Set(exact)], rest: [...new Set(rest)] };
  };
  const scopesOf = (entry) => [...entry.scopes, entry.scopes.join(".")];

  const passes = (entry, filters) =>
    filters.every(([name, wanted]) => entry.facts[name] === wanted);

  const search = (query, filters) => {
    const known = entries.filter((entry) => passes(entry, filters));
    let asked = folded(query)
      .trim()
      .replace(/\s+/g, " ")
      .replace(/<(\w+\.\w+): [^<>]*>/g, "$1")
      .replace(/<(\w+) unlisted: '?([^<>']*)'?>/g, "$1:$2")
      .replace(/\b(\w+)\(['"]?([^()'"]*)['"]?\)/g, "$1:$2")
      .replace(/\b(group [^;()]+) \(\w+\)/g, "$1");
    if (!asked) return { exact: [], others: known, missing: [] };
    for (const whole of [asked, trimmed(asked)]) {
      const exact = called(known, whole);
      if (exact.length) {
        const others = containing(known, whole, wordsOf(whole), exact);
        return { exact, others, missing: [] };
      }
    }
    for (const pattern of [DAY, TIME, GROUP_OR_COUNT]) asked = asked.replace(pattern, " ");
    asked = asked.trim().replace(/\s+/g, " ");
    let { wanted, context } = parts(known, asked);
    const missing = context.filter((word) => !known.some((entry) => hasAll(entry, [word])));
    if (wanted.length && missing.length) {
      // The others are answered alone. The words before the number of an id are about it.
      const ids = asked.split(GAPS).map((word) => word.split(/[:/]/));
      const about = ids.filter((id) => missing.includes(id.at(-1)));
      const isKnown = (word) => ![...missing, ...about.flat()].includes(word);
      context = context.filter(isKnown);
      wanted = wanted.map(({ word, beside }) => ({ word, beside: beside.filter(isKnown) }));
    }
    const { exact, rest } = fitting(known, wanted, context);
    const words = [...wanted.map(({ word }) => word), ...context];
    let others = containing(known, asked, words, exact);
    if (wanted.length && context.length && !exact.length && !others.length) {
      others = known.filter((entry) => hasAll(entry, words, true));
    }
    // A word such as "error" may mean nothing: it hides none of the codes.
    if (exact.length) {
      const hidden = rest.filter((entry) => !exact.includes(entry));
      return { exact, others: [...new Set([...hidden, ...others])], missing };
    }
    if (others.length) return { exact, others: [...new Set([...others, ...rest])], missing };
    if (rest.length) return { exact: rest, others, missing };
    const begun = known.filter((entry) => entry.code.value.startsWith(context[0]));
    if (!wanted.length && context.length === 1 && isNumber(context[0]) && begun.length) {
      return { exact, others: begun, missing: [] };
    }
    // Perhaps the list or provider that was asked for has no such code.
    const named = [...new Set(wanted.flatMap(({ word }) => called(known, word)))];
    const apart = asked.replace(/(?<=\w)[-_](?=\w)/g, " ");
    if (!named.length && apart !== asked) return search(apart, filters);
    return { exact, others: named, missing: named.length ? [asked] : missing };
  };

  // What shares most pairs of letters with the query, the nearest first. Of several words, those are
  // replaced that nothing has, by words of codes that have the others.
  const pairs = (text) => new Set([...text].map((letter, at) => letter + (text[at + 1] ?? "")));
  const near = (query, isFound) => {
    const asked = trimmed(folded(query));
    const words = wordsOf(asked);
    const [kept, missing] = [[], []];
    for (const word of words) {
      (entries.some((entry) => hasAll(entry, [word])) ? kept : missing).push(word);
    }
    const spelled = new Map();
    for (const { code, list, provider, path, id } of entries.filter((each) => hasAll(each, kept))) {
      const own = asked.includes(".") ? [path, id] : [code.name, ...code.names, code.value];
      const parts = `${code.name} ${code.description}`.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
      for (const term of [...own, ...parts, provider.slug, list.name]) spelled.set(folded(term), term);
    }
    const close = (text) => {
      const sought = pairs(text);
      const others = [...spelled].filter(([key]) => key !== text);
      const scored = others.map(([key, term]) => {
        const own = pairs(key);
        const shared = [...own].filter((pair) => sought.has(pair)).length;
        return [(2 * shared) / (own.size + sought.size), term];
      });
      const alike = scored.filter(([score]) => score >= LEAST);
      return alike.sort((one, other) => other[0] - one[0]).map(([, term]) => term);
    };
    if (words.length < 2 || !missing.length) return close(asked).slice(0, 5);
    const nearest = (word) => (isNumber(word) ? "" : close(word)[0]);
    const corrected = words.map((word) => (kept.includes(word) ? word : nearest(word)));
    if (corrected.every(Boolean)) return [corrected.join(" ")];
    return isFound || !kept.length ? [] : [kept.join(" ")];
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

  const copying = (what, text) =>
    element("button", {
      type: "button",
      className: "copy",
      title: text,
      textContent: `Copy ${what}`,
      onclick: async ({ target }) => {
        target.textContent = (await copied(text)) ? "Copied" : text;
        setTimeout(() => (target.textContent = `Copy ${what}`), 2000);
      },
    });

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  const copiers = (entry) =>
    element("div", { className: "copiers" }, copying("path", entry.path), copying("id", entry.id));

  const shown = (entry, words) => {
    const { code, list, provider } = entry;
    const href = `${provider.slug}.html#${list.name}.${code.name}`;
    const value = element("span", { className: "value" }, ...marked(code.value, words));
    const name = element("code", {}, ...marked(code.name, words));
    const facts = [`${provider.title}: ${list.title}`, ...code.facts];
    const whose = element("span", { className: "whose" }, "Our judgement:");
    const kind = code.advice ? code.advice.split(" ")[0].toLowerCase() : "";
    const advice = element("strong", { className: `advice ${kind}` }, ...marked(code.advice ?? "", words));
    return element(
      "li",
      {},
      element("a", { className: "key", href }, value, " ", name),
      ...(code.advice ? [" ", advice] : []),
      element("p", {}, ...marked(code.description, words)),
      element("ul", { className: "facts" }, ...facts.map((fact) => element("li", {}, fact))),
      ...code.notes.map((note) => element("p", { className: "remark" }, note)),
      ...(code.meaning ? [element("p", { className: "ours" }, whose, ` ${code.meaning}`)] : []),
      copiers(entry),
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
    const asked = query.value.trim();
    const filters = chosen();
    const isAsked = Boolean(asked || filters.length);
    filtering.firstElementChild.textContent = filters.length ? `Filters (${filters.length})` : "Filters";
    found.hidden = !isAsked;
    page.hidden = isAsked;
    document.title = asked ? `${asked} - ${title}` : title;
    if (!isAsked) return;
    const words = asked.split(/\s+/).filter(Boolean);
    const { exact, others, missing } = search(asked, filters);
    const answers = [...exact, ...others];
    count.textContent = counted(exact.length, others.length, asked);
    if (answers.length && missing.length) {
      count.textContent += `; no code matches “${missing.join("”, “")}”`;
    }
    const isMissing = !answers.length || missing.length > 0;
    instead.replaceChildren(...(isMissing ? alternatives(asked, filters, answers.length > 0) : []));
    instead.hidden = !instead.children.length;
    results.replaceChildren(...answers.slice(0, most).map((entry) => shown(entry, words)));
    more.hidden = answers.length <= most;
    more.textContent = `Show all ${answers.length}`;
  };

  const counted = (exact, others, asked) => {
    if (exact + others === 0) return asked ? `No code matches “${asked}”.` : "No code matches.";
    if (!exact || !others) return exact + others === 1 ? "1 code" : `${exact + others} codes`;
    return `${exact} exact hit${exact === 1 ? "" : "s"}, ${others} other${others === 1 ? "" : "s"}`;
  };

  // What to try if something is not found.
  const alternatives = (asked, filters, isFound) => {
    const trying = (textContent, change) => {
      const onclick = () => {
        change();
        refresh();
        query.focus();
      };
      return element("button", { type: "button", textContent, onclick });
    };
    const clear = () => FILTERS.forEach((name) => (form.elements[name].value = ""));
    return [
      ...(filters.length && !isFound ? [trying("Clear filters", clear)] : []),
      ...(asked ? near(asked, isFound).map((word) => trying(word, () => (query.value = word))) : []),
    ];
  };

  const remember = () => {
    const asked = new URLSearchParams(chosen());
    if (query.value) asked.set("q", query.value);
    const address = String(asked) ? `?${asked}` : location.pathname;
    history.replaceState(null, "", address);
  };

  const refresh = () => {
    offer();
    show();
    remember();
  };

  const recall = () => {
    // A link to a code shows the code, whatever was asked before.
    const asked = new URLSearchParams(target() ? "" : location.search);
    query.value = asked.get("q") ?? "";
    for (const name of FILTERS) {
      offer();
      form.elements[name].value = asked.get(name) ?? "";
    }
    offer();
    show();
    // On a phone, the filters would leave no room for results.
    filtering.open = matchMedia("(min-width: 48rem)").matches;
    follow();
  };

  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // Its % is no escape.
    }
  };

  // Title and focus follow a link to a code, so that Tab goes on from there.
  const follow = () => {
    const code = target();
    const isCode = code?.matches(".codes > li");
    if (!query.value) document.title = isCode ? `${code.id} - ${title}` : title;
    if (isCode) {
      code.tabIndex = -1;
      code.focus({ preventScroll: true });
    }
  };

  window.addEventListener("hashchange", follow);
  form.addEventListener("input", refresh);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  form.addEventListener("reset", () => {
    // The fields are empty only after this event.
    setTimeout(() => {
      refresh();
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

  for (const entry of entries) {
    const code = document.getElementById(`${entry.list.name}.${entry.code.name}`);
    if (location.pathname.endsWith(`/${entry.provider.slug}.html`)) code?.append(copiers(entry));
  }
  form.hidden = false;
  recall();
})();
