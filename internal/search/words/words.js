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
  const letter = c => c !== undefined && /[\p{L}\p{Nd}]/u.test(c);
  const digit = c => c !== undefined && /^[0-9]/.test(c);
  const fold = c => folds.get(c) ?? folds.get(c = lower(c)) ?? c;
  const lower = c => { const l = c.toLowerCase(); return [...l].length === 1 ? l : c; };
  function words(text) {
    const found = [];
    const at = i => i < text.length ? String.fromCodePoint(text.codePointAt(i)) : undefined;
    const within = (last, c, behind) => {
      const next = at(behind);
      if (c === '.') return digit(last) && digit(next);
      if (c === "'" || c === '’') return !digit(last) && /^[a-z]$/i.test(next) && !(/s/i.test(next) && !letter(at(behind + 1)));
      return /[\u0300-\u036f\u00ad]/.test(c);
    };
    let i = 0;
    const word = () => {
      const start = i;
      let folded = '';
      for (let c; (c = at(i)) !== undefined; i += c.length) {
        if (letter(c)) folded += fold(c);
        else if (!folded || !within(folded.at(-1), c, i + c.length)) break;
      }
      return folded && {text: folded, start, end: i};
    };
    while (i < text.length) {
      const first = word();
      if (!first) {
        i += at(i).length;
        continue;
      }
      const parts = [first];
      while (/[-\u2010\u2011]/.test(at(i) ?? '') && letter(at(i + 1))) {
        i++;
        parts.push(word());
      }
      found.push(...parts);
      const [a, b] = parts;
      if (parts.length !== 2 || digit(a.text) && digit(b.text)) continue;
      let twice = Math.min(a.text.length, b.text.length);
      while (twice >= 3 && !a.text.endsWith(b.text.slice(0, twice))) twice--;
      if (twice < 3) twice = 0;
      else if (twice === a.text.length || twice === b.text.length) continue;
      found.push({text: a.text + b.text.slice(twice), start: a.start, end: b.end});
    }
    return found;
  }

  const vowel = c => c !== undefined && 'aeiou'.includes(c);
  const syllables = word => word.replace(/[^aeiou]/g, '').length;

  let rests = word => [word];

  // Affixes: the longest root of the table, else what is left when all that look like affixes are gone.
  function affixed() {
    const same = pairs(affixes.same), roots = set(affixes.roots);
    const onsets = set([affixes.onsets]), codas = set([affixes.codas]);
    const whole = fields(affixes.whole), alone = fields(affixes.suffixes), all = fields(affixes.all);
    const prefixes = affixes.prefixes.flatMap(([suffixes, forms]) => fields(forms).map(form => {
      const [text, before, hides] = form.split('/');
      return {text, before, hides, needs: suffixes.endsWith('!'), suffixes: fields(suffixes.replace(/[!~]/g, '')),
        both: fields(suffixes).filter(s => s.endsWith('~')).map(s => s.slice(0, -1))};
    }));
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
      if (depth) for (const p of prefixes) {
        if (!opens(p, w) || (suffix ? depth === 3 && !p.suffixes.includes(suffix) : p.needs)) continue;
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
      for (const p of prefixes) {
        if ((free || !p.needs) && opens(p, w) && begins(below(p, w))) return inner(below(p, w), free && !p.needs);
      }
      return w;
    };
    const without = (w, suffix) => {
      const rest = w.slice(0, -suffix.length);
      return w.endsWith(suffix) && begins(rest) && ends(rest, suffix) && rest;
    };
    const likely = w => {
      for (const p of prefixes) {
        if (!opens(p, w)) continue;
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
      for (const p of prefixes) if (opens(p, word)) left.add(below(p, word));
      for (const s of [...all, ...affixes.tails.flatMap(fields)]) {
        for (const w of [...left]) if (w.endsWith(s)) left.add(w.slice(0, -s.length));
      }
      return [...left].filter(w => w.length > 2 && (vowel(w[0]) || vowel(w[1]) || onsets.has(w.slice(0, 2))));
    };
    return word => {
      best = '', length = 0;
      known(word);
      for (const tails of affixes.tails) {
        const tail = fields(tails).find(t => word.endsWith(t) && word !== t);
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

  return {words, near, rests, isStop: word => stops.has(word), stem: word => /^[a-z]+$/.test(word) ? grow(word) : word};
}
