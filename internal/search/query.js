'use strict';
// Searches an index that the package search made, of which only what a query needs is fetched.
//
//   const search = blandonganSearch({directory: '/cari/indeks.json'});
//   const found = await search.query('penduduk set', {limit: 8});
//
// found is null where a newer query overtook this one, else
//   results   the best {kind, date, lang, url, title, summary, marks: {title, summary}, inText}; marks are pairs of
//             [start, end]; inText: a word of the query stands in neither, see sentence
//   answers   {kind, url, title, figure, period, source, note, …} that answer it
//   total     how many pages fit as well: these are the best of them
//   bytes     how many letters were fetched for it, unpacked
// The last word is one that is still being typed, unless something follows it. Rejected where nothing can be fetched.
//
//   const sentence = await search.sentence(found.results[0]);
//
// is {text, marks} of the sentence on that page in which most words stand, or null: for few results of a query, while
// not much was fetched for it, 60,000 letters which are 25 kB packed.
function blandonganSearch({directory, fetch: get = (...all) => fetch(...all), mostSentences = 3, mostLetters = 60000}) {
  const typoFactor = .5, prefixFactor = .8, rare = 99, aPage = 15000, longestSentence = 220, inFile = 6, filesInBox = 16;
  let turn = 0, opening, words, texts = new Map(), found = new WeakMap(), bytes = 0, spent = 0, sentences = 0;

  const read = async (url, how) => {
    const answer = await get(url, how);
    if (!answer.ok) throw Error(url + ' ' + answer.status);
    const text = await answer.text();
    bytes += text.length;
    return text;
  };
  const open = async how => {
    const d = JSON.parse(await read(directory, how));
    words = blandonganWords(d.rules, d.lang);
    const folder = new URL(d.folder, new URL(directory, document.baseURI));
    d.part = name => {
      if (!texts.has(name)) texts.set(name, read(new URL(name + '.txt', folder)).then(text => '\n' + text));
      return texts.get(name);
    };
    const sums = list => list.match(/.{7}/g) ?? [];
    for (const s of [...d.shelves, d.spelling]) {
      let last = '';
      s.borders = [...s.terms.matchAll(/([A-Z])([^A-Z]*)/g)].map(m => last = last.slice(0, m[1].charCodeAt() - 65) + m[2]);
      s.names = sums(s.sums).map((sum, i) => s.borders[i].replace(/[^a-z0-9]/g, '') + '-' + sum);
      s.load = list => Promise.all(list.map(i => d.part(s.names[i])));
      if (s.boxes != null) s.boxes = sums(s.boxes);
    }
    return d;
  };

  // The numbers of the parts that hold what lies between two texts, and what begins with the second: few of them.
  const between = ({borders}, from, to, most) => {
    let i = borders.length;
    while (i > 0 && borders[i - 1] > from) i--;
    const list = [];
    for (i = Math.max(0, i - 1); i < borders.length && list.length < most; i++) {
      if (borders[i] > to && !borders[i].startsWith(to)) break;
      list.push(i);
    }
    return list;
  };

  // A line's documents: those with the word in the text, in the summary, in the title.
  const documents = (line, each) => line.split(',').forEach((list, weight) => {
    const low = list.charCodeAt(0) - 48;
    let at = -1, gap = 0, lacking = -1;
    for (let i = 1; i < list.length; i++) {
      const letter = list.charCodeAt(i) - 63;
      for (let bit = 32; bit; bit >>= 1) {
        const on = letter & bit;
        if (lacking >= 0) gap = gap * 2 + !!on, lacking--;
        else if (on) gap++;
        else lacking = low;
        if (lacking) continue;
        each(at += gap + 1, weight);
        gap = 0;
        lacking = -1;
      }
    }
  });

  // Lines of a shelf whose terms are a word, or begin with it.
  const look = async (shelf, word, begins, most = 1) => {
    const lines = [];
    if (word) for (const text of await shelf.load(between(shelf, word, word, most))) {
      for (let at = -1; (at = text.indexOf('\n' + word + (begins ? '' : ' '), at + 1)) >= 0;) {
        const blank = text.indexOf(' ', at), end = text.indexOf('\n', blank);
        lines.push({term: text.slice(at + 1, blank), numbers: text.slice(blank + 1, end)});
        if (!begins) break;
      }
    }
    return lines;
  };
  // The same of several words: a list of lines for each shelf.
  const lookAll = async (d, list, begins, most) => {
    const found = await Promise.all(list.map(word => Promise.all(d.shelves.map(s => look(s, word, begins, most)))));
    return d.shelves.map((_, s) => found.flatMap(lines => lines[s]));
  };
  const some = lines => lines.some(list => list.length);

  // What a word of the query finds, and which words of texts it means.
  const meaning = async (d, {text, typed}, late) => {
    const stem = words.stem(text), begins = typed && text.length > 1;
    let [lines, more] = await Promise.all([lookAll(d, [stem]), lookAll(d, begins ? [text] : [], true, 2)]);
    more = more.map((list, s) => list.filter(l => !lines[s].some(m => m.term === l.term)));
    if (late() || some(lines)) return {lines, more, factor: prefixFactor, means: whole(text, stem, typed)};
    const rests = [...new Set([stem, text, ...words.rests(text)])];
    const starts = begins ? rests.filter(r => r !== text && text.endsWith(r.slice(1))).slice(0, 2) : [];
    if (more.flat().reduce((n, l) => n + l.numbers.length, 0) < rare) {
      const others = await lookAll(d, starts, true);
      more = more.map((list, s) => [...list, ...others[s]]);
    }
    if (some(more)) return {
      lines, more, factor: prefixFactor,
      means: (term, word) => whole(text, stem, typed)(term, word) || starts.some(start => term.startsWith(start)),
    };
    const cut = list => list.filter(rest => rest.length > 3 && !/\d/.test(rest)).map(words.stem);
    for (const guess of [
      () => spelling(d, [stem, ...rests.slice(1).sort((a, b) => a.length - b.length)].filter(r => r.length > 3).slice(0, 3)),
      () => cut([text.slice(0, -2), text.slice(0, -3)]), // an affix may be what is misspelt
      () => cut([text.slice(2), text.slice(3)]),
    ]) {
      const list = late() ? [] : await guess();
      if (some(more = await lookAll(d, list))) return {lines, more, guessed: true, factor: typoFactor, means: term => list.includes(term)};
    }
    return {lines, more, guessed: true, means: () => false};
  };
  const whole = (text, stem, typed) => (term, word) =>
    term === stem || typed && (term.startsWith(text) || word.startsWith(text));

  // Words that the first of some with a wrong letter may mean: first those that begin as it does, which lie near it.
  const spelling = async (d, list) => {
    for (const word of list.filter(word => word.length > 3 && !/\d/.test(word))) {
      const key = n => word[0] + String.fromCharCode(97 + Math.min(n, 25)), n = word.length;
      const parts = await d.spelling.load(between(d.spelling, key(n - 1), key(n + 1), 4));
      const near = parts.flatMap(part => part.split('\n').filter(other => words.near(other, word)));
      const alike = other => { let i = 0; while (i < n && other[i] === word[i]) i++; return i; };
      if (near.length) return near.sort((a, b) => alike(b) - alike(a)).slice(0, 4);
    }
    return [];
  };

  // How well the documents of each shelf fit: words they have, and the weight of these.
  const rate = (d, meanings) => {
    const all = d.shelves[0].n + d.shelves[1].n;
    const fits = d.shelves.map(s => ({score: new Float32Array(s.n), count: new Uint8Array(s.n), title: new Uint8Array(s.n)}));
    const guesses = meanings.every(m => m.guessed); // else they are not asked for, but liked
    for (const m of meanings) {
      const best = d.shelves.map(s => new Float32Array(s.n)), inTitle = d.shelves.map(s => new Uint8Array(s.n));
      let n = 0;
      const add = (lines, factor) => lines.forEach((list, s) => {
        for (const line of list) documents(line.numbers, (at, weight) => {
          const score = factor * [1, 3, 5][weight];
          if (!best[s][at]) n++;
          if (weight === 2) inTitle[s][at] = 1;
          if (score > best[s][at]) best[s][at] = score;
        });
      });
      add(m.lines, 1);
      add(m.more, m.factor);
      m.rarity = Math.log(1 + all / (n + 1));
      best.forEach((list, s) => list.forEach((score, at) => {
        if (!score) return;
        fits[s].score[at] += score * m.rarity;
        fits[s].count[at] += !m.guessed || guesses;
        fits[s].title[at] += inTitle[s][at];
      }));
    }
    return fits;
  };

  // The best of all that has as many words as can be had at once.
  const choose = (d, fits, asked, limit) => {
    let most = 1, total = 0;
    for (const f of fits) for (const n of f.count) if (n > most) most = n;
    const best = [], answers = [];
    const things = d.ranks.reduce((a, b) => a + b, 0), first = things + d.answers;
    let rank = 0, end = d.ranks[0];
    let named = asked < 2; // a first thing: who asks for it alone asks for no figure of it
    const bonus = i => {
      while (i >= end && rank < d.ranks.length) end += d.ranks[++rank];
      return 1 / (1 + rank);
    };
    fits.forEach((f, shelf) => f.score.forEach((score, at) => {
      if (f.count[at] < most) return;
      if (!shelf && at >= things && at < first) {
        if (f.title[at] === asked) answers.push({shelf, at});
        return;
      }
      total++;
      if (!shelf && at < d.ranks[0] && f.title[at] === asked) named = true;
      if (!shelf && at < things) score *= 1 + bonus(at) * (f.title[at] ? 1 : .1);
      // Of equals the first thing comes first, and the last article.
      const one = {shelf, at, score, order: shelf ? at : at < things ? 2e9 - at : 1e9 + at};
      let i = best.length;
      while (i && (best[i - 1].score - score || best[i - 1].order - one.order) < 0) i--;
      if (i < limit) best.splice(i, 0, one), best.splice(limit);
    }));
    return {best, total, answers: !named || answers.length < 4 ? answers.slice(0, 3) : []};
  };

  const tell = async (d, {shelf, at, score}) => {
    const s = d.shelves[shelf], file = Math.floor(at / inFile);
    const text = await d.part(s.boxes[Math.floor(file / filesInBox)] + '-' + file);
    const [kind, date, lang, url, title, summary = '', figure, period, source, note] = text.split('\n')[1 + at % inFile].split('\t');
    return {kind, date, lang: lang || d.lang, url, title, summary, score, figure, period, source, note};
  };

  const stands = (m, text) => words.words(text).some(w => m.means(words.stem(w.text), w.text));

  // Where in a text the query's words stand, as [start, end].
  const marksIn = (text, meanings) => {
    const marks = [];
    for (const {text: word, start, end} of words.words(text)) {
      const stem = words.stem(word);
      if (!meanings.some(m => m.means(stem, word))) continue;
      if (marks.length && start < marks.at(-1)[1]) marks.at(-1)[1] = Math.max(end, marks.at(-1)[1]);
      else marks.push([start, end]);
    }
    return marks;
  };

  const search = async (text, limit, late) => {
    const d = await (opening ??= open());
    let list = words.words(text);
    list = list.map((w, i) => ({text: w.text, typed: i === list.length - 1 && w.end === text.length}));
    list = list.filter((w, i) => list.findIndex(o => o.text === w.text) === i);
    const telling = list.filter(w => !words.isStop(w.text));
    if (telling.length) list = telling;
    else list = list.filter(w => w.typed);
    if (late()) return null;
    const meanings = await Promise.all(list.slice(0, 8).map(w => meaning(d, w, late)));
    if (late()) return null;
    const {best, total, answers} = choose(d, rate(d, meanings), meanings.length, limit);
    const told = await Promise.all([...best, ...answers].map(one => tell(d, one)));
    if (late()) return null;
    for (const r of told) {
      r.marks = {title: marksIn(r.title, meanings), summary: marksIn(r.summary, meanings)};
      r.inText = meanings.some(m => !m.guessed && !stands(m, r.title + ' ' + r.summary));
      found.set(r, {meanings, late});
    }
    return {results: told.slice(0, best.length), answers: told.slice(best.length), total};
  };

  return {
    // The results of a query, or null where a newer one was asked meanwhile.
    async query(text, {limit = 8} = {}) {
      const mine = ++turn, late = () => mine !== turn, before = bytes;
      sentences = 0;
      let result;
      try {
        result = await search(text, limit, late);
      } catch {
        if (late()) return null;
        texts.clear(); // a part that is gone: the index is another by now
        opening = open({cache: 'reload'});
        result = await search(text, limit, late);
      }
      if (late()) return null;
      spent = bytes - before;
      return {...result, bytes: spent};
    },
    // The sentence of a result's page in which most of the query's words stand, with marks; null without one.
    async sentence(result) {
      const {meanings, late} = found.get(result);
      if (late() || sentences >= mostSentences || spent + ++sentences * aPage > mostLetters) return null;
      const page = new DOMParser().parseFromString(await read(result.url), 'text/html');
      let best = null, most = 0;
      for (const block of page.querySelectorAll('.body :is(p, li, td, h2, h3, h4, blockquote, figcaption)')) {
        for (const text of block.textContent.replace(/\s+/g, ' ').match(/.+?[.!?…]+(?= |$)|.+$/g) ?? []) {
          const n = meanings.filter(m => stands(m, text)).length;
          if (n > most) most = n, best = text.trim();
        }
      }
      return best && cut(best, meanings);
    },
  };

  // A sentence around its first mark.
  function cut(text, meanings) {
    const [[first]] = marksIn(text, meanings);
    if (text.length > longestSentence) {
      let from = first < longestSentence / 2 ? 0 : text.indexOf(' ', first - longestSentence / 3) + 1;
      let to = text.lastIndexOf(' ', from + longestSentence);
      text = (from ? '… ' : '') + text.slice(from, to < first ? undefined : to) + ' …';
    }
    return {text, marks: marksIn(text, meanings)};
  }
}
