'use strict';
// What the package words does, in a browser: with rules, read from rules.json, of the language tag.
function blandonganWords(rules, tag) {
  const fields = text => text.split(' ').filter(Boolean);
  const set = lines => new Set(fields(lines.join(' ')));
  const pairs = lines => new Map(fields(lines.join(' ')).map(pair => pair.split(':')));
  const folds = new Map();
  for (const [to, letters] of Object.entries(rules.fold)) for (const c of letters) folds.set(c, to);
  const stops = set(rules.stop);
  const {affixes, endings} = Object.hasOwn(rules.languages, tag = tag.split('-')[0]) ? rules.languages[tag] : {};

  // Texts into words: text is in small letters without accents, start and end are indexes of the string.
  const letter = '[\\p{L}\\p{Nd}]', within = '[\\p{L}\\p{Nd}\\u0300-\\u036f\\u00ad]';
  const word = `(?=${letter})(?:\\d\\.(?=\\d)|(?!\\d)${within}['’](?=[a-zA-Z])(?![sS](?!${letter}))|${within})+`;
  const one = new RegExp(word, 'gu'), tied = new RegExp(`${word}(?:[-\\u2010\\u2011]${word})*`, 'gu');
  const lower = c => { const l = c.toLowerCase(); return [...l].length === 1 ? l : c; };
  const fold = c => folds.get(c) ?? folds.get(c = lower(c)) ?? c.normalize('NFD').match(/^[a-z]/)?.[0] ?? c;
  const letters = new RegExp(letter, 'gu');
  const folded = text => /^[A-Za-z0-9]+$/.test(text) ? text.toLowerCase() : text.match(letters).map(fold).join('');
  const words = text => [...text.matchAll(tied)].flatMap(({0: all, index}) => {
    const parts = [...all.matchAll(one)].map(m =>
      ({text: folded(m[0]), start: index + m.index, end: index + m.index + m[0].length}));
    const [a, b] = parts.map(p => p.text);
    if (parts.length !== 2 || /^\d/.test(a) && /^\d/.test(b)) return parts;
    let twice = Math.min(a.length, b.length);
    while (twice > 2 && !a.endsWith(b.slice(0, twice))) twice--;
    if (twice < 3) twice = 0;
    if (twice === a.length || twice === b.length) return parts;
    return [...parts, {text: a + b.slice(twice), start: index, end: index + all.length}];
  });

  const vowel = c => c !== undefined && 'aeiou'.includes(c);
  const syllables = word => word.replace(/[^aeiou]/g, '').length;

  let rests = word => [word];

  // Affixes: the longest root of the table, else what is left when all that look like affixes are gone.
  function affixed() {
    const same = pairs(affixes.same), roots = set(affixes.roots);
    const onsets = set([affixes.onsets]), codas = set([affixes.codas]);
    const whole = fields(affixes.whole), alone = fields(affixes.suffixes), all = fields(affixes.all);
    const tails = affixes.tails.map(fields), prefixes = new Map();
    for (const [family, forms] of affixes.prefixes) {
      const signs = fields(family), suffixes = signs.filter(s => !/[!?]/.test(s)).map(s => s.replace('~', ''));
      const both = suffixes.filter(s => signs.includes(s + '~')), needs = signs.includes('!'), rare = signs.includes('?');
      for (const [text, before, hides] of fields(forms).map(form => form.split('/'))) {
        prefixes.set(text[0], [...prefixes.get(text[0]) ?? [], {text, before, hides, suffixes, both, needs, rare}]);
      }
    }
    const opening = w => (prefixes.get(w[0]) ?? []).filter(p => opens(p, w));
    const opens = (p, w) => w.startsWith(p.text) && w.length > p.text.length && (!p.before || p.before.includes(w[p.text.length]));
    const below = (p, w) => p.hides + w.slice(p.text.length);
    const begins = w => w.length >= 3 && syllables(w) >= 2 &&
      (vowel(w[0]) || vowel(w[1]) || vowel(w[2]) && onsets.has(w.slice(0, 2)));
    const ends = (w, suffix) => !(vowel(suffix[0]) && !vowel(w.at(-1)) && !vowel(w.at(-2)) && !codas.has(w.slice(-2))) &&
      !(syllables(w) > 2 && whole.some(end => end.endsWith(suffix) && (w + suffix).endsWith(end)));
    let best, length;
    const root = w => {
      if (w.length <= length) return;
      if (same.has(w)) best = same.get(w), length = w.length;
      else if (roots.has(w)) best = w, length = w.length;
    };
    const under = (w, suffix, depth) => {
      if (depth) for (const p of opening(w)) {
        if (suffix ? depth === 3 && !p.suffixes.includes(suffix) : p.needs) continue;
        root(below(p, w));
        under(below(p, w), suffix, depth - 1);
      }
    };
    const known = w => {
      const bodies = ['', ...all].filter(s => w.endsWith(s)).map(s => [w.slice(0, w.length - s.length), s]);
      for (const [body] of bodies) root(body);
      for (const [body, suffix] of bodies) under(body, suffix, 3);
    };
    const inner = (w, free) => {
      for (const p of opening(w)) {
        if (!p.rare && (free || !p.needs) && begins(below(p, w))) return inner(below(p, w), free && !p.needs);
      }
      return w;
    };
    const without = (w, suffix) => {
      const rest = w.slice(0, -suffix.length);
      return w.endsWith(suffix) && begins(rest) && ends(rest, suffix) && rest;
    };
    const likely = w => {
      for (const p of opening(w)) {
        if (p.rare) continue;
        const rest = below(p, w);
        for (const s of p.suffixes) {
          const shorter = without(rest, s);
          if (shorter) return inner(shorter, !p.needs && !p.hides);
        }
        const stuck = p.both.some(s => w.endsWith(s));
        if (!p.needs && !stuck && begins(rest)) return inner(rest);
      }
      for (const s of alone) {
        const shorter = without(w, s);
        if (shorter) return inner(shorter);
      }
      return w;
    };
    // All that may be left of a word which is misspelt, or not whole yet, however little it looks like one.
    rests = word => {
      const left = new Set([word]);
      for (const p of opening(word)) left.add(below(p, word));
      for (const s of [...all, ...tails.flat()]) {
        for (const w of [...left]) if (w.endsWith(s)) left.add(w.slice(0, -s.length));
      }
      return [...left].filter(w => w.length > 2 && (vowel(w[0]) || vowel(w[1]) || onsets.has(w.slice(0, 2))));
    };
    return word => {
      best = '', length = 0;
      known(word);
      for (const group of tails) {
        const tail = group.find(t => word.endsWith(t) && word !== t);
        if (!tail) continue;
        const rest = word.slice(0, -tail.length);
        known(rest);
        if (syllables(rest) >= 2) word = rest;
      }
      return best || likely(word);
    };
  }

  // Endings: plurals, -ed, -ing, an e that is not heard.
  function ended() {
    const same = pairs(endings.same), whole = set(endings.whole);
    const spoken = rest => rest.length > 1 && /[aeiou]|.y/.test(rest);
    const short = w => syllables(w) === 1 && /[^aeiou][aeiou][^aeiouwxy]$/.test(w);
    return word => {
      if (same.has(word)) return same.get(word);
      if (word.length > 3 && /[^sui]s$/.test(word) && !whole.has(word)) word = word.slice(0, -1);
      if (same.has(word)) return same.get(word);
      const rest = word.replace(/(ed|ing)$/, '');
      if (rest !== word && spoken(rest) && !whole.has(word) && !word.endsWith('eed')) {
        word = /([^aeioulsz])\1$/.test(rest) ? rest.slice(0, -1) : rest + 'e';
      }
      if (word.length > 2 && word.endsWith('e') && !short(word.slice(0, -1))) word = word.slice(0, -1);
      if (/.[^aeiou]y$/.test(word)) word = word.slice(0, -1) + 'i';
      else if (word.endsWith('ll') && syllables(word) > 1) word = word.slice(0, -1);
      return word;
    };
  }
  const grow = affixes ? affixed() : endings ? ended() : word => word;

  // The same but for one letter: another one, one more, one less, or two neighbours the wrong way round.
  function near(a, b) {
    if (a === b) return true;
    if (a.length > b.length) [a, b] = [b, a];
    if (a.length < 4 || b.length - a.length > 1) return false;
    let i = 0, end = 0;
    while (i < a.length && a[i] === b[i]) i++;
    while (end < a.length - i && a.at(-1 - end) === b.at(-1 - end)) end++;
    const left = a.length - i - end, even = a.length === b.length;
    return !left || left === 1 && even || left === 2 && even && a[i] === b[i + 1] && a[i + 1] === b[i];
  }

  return {words, near, rests, isStop: word => stops.has(word), stem: word => /^[a-z]{1,40}$/.test(word) ? grow(word) : word};
}
