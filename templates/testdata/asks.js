// What the tests of built pages ask in a browser.
{
  const name = e => {
    let words = e.localName + (e.id ? '#' + e.id : '') + (e.getAttribute('class') ? '.' + e.getAttribute('class').trim().replace(/\s+/g, '.') : '');
    return words + ' "' + (e.textContent || e.getAttribute('alt') || '').trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
  };

  // said is what a page tells and where it leads: its text and links.
  globalThis.said = () => document.querySelectorAll('noscript').forEach(n => n.remove()) ?? document.body.innerText + '\n' + [...document.links].map(a => a.getAttribute('href') + ' ' + a.textContent.trim()).join('\n');

  // outside are the elements that do not fit the window's width. What can be moved
  // into sight fits, but not on paper.
  globalThis.outside = paper => {
    const found = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`scrolls sideways at ${wide} px: ${document.documentElement.scrollWidth} px wide`);
    const rolls = e => e && !paper && e !== document.body && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || rolls(e.parentElement));
    for (const e of document.body.querySelectorAll('*')) {
      const r = e.getBoundingClientRect(), style = getComputedStyle(e);
      if (r.width < 2 || r.height < 2 || e.ownerSVGElement || style.visibility === 'hidden' || style.clipPath !== 'none' && style.position === 'absolute') continue;
      if (e.matches('.skip') || r.right <= wide + .5 && r.left >= -.5 || rolls(e.parentElement)) continue;
      found.push(`beyond the edge at ${wide} px: ${name(e)} from ${Math.round(r.left)} to ${Math.round(r.right)}`);
    }
    return found.slice(0, 5);
  };

  // judged is what axe finds, with every rule that is no matter of taste; when it
  // is only the colours that have changed, with those about colours.
  globalThis.judged = async colours => {
    const rules = Object.fromEntries(['target-size', 'css-orientation-lock', 'focus-order-semantics', 'p-as-heading', 'table-fake-caption', 'td-has-header']
      .map(id => [id, {enabled: true}]));
    const options = colours ? {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}} : {rules};
    const {violations} = await axe.run(document, {...options, resultTypes: ['violations']});
    return violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${n.target}: ${n.failureSummary.replace(/\s+/g, ' ')}`)).slice(0, 8);
  };

  // stops are what the Tab key must reach, in the order of the document; marked
  // remembers how each looks without focus.
  const reached = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"]';
  const face = e => {
    const s = getComputedStyle(e), shapes = [e, ...e.querySelectorAll('*')].map(x => getComputedStyle(x));
    const outline = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ? 'none' : s.outlineStyle + s.outlineWidth;
    return [outline, s.boxShadow, s.backgroundColor, s.borderColor, ...(e.ownerSVGElement ? shapes.map(x => x.stroke + x.strokeWidth + x.outline) : [])].join();
  };
  globalThis.marked = () => {
    globalThis.stops = [...document.querySelectorAll(reached)].filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0);
    globalThis.faces = stops.map(face);
    return stops.length;
  };

  // here is where the focus is: the number of the stop, -1 outside of the page, -2
  // at something that scrolls and so needs no mark; and what is wrong with it.
  globalThis.here = () => {
    const e = document.activeElement, at = stops.indexOf(e), r = e.getBoundingClientRect();
    if (e === document.body || e === document.documentElement) return {at: -1};
    if (at < 0) return {at: -2, fault: e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight ? '' : 'the focus is at ' + name(e)};
    if (face(e) === faces[at]) return {at, fault: 'nothing shows the focus of ' + name(e)};
    if (r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth) return {at, fault: 'out of sight with the focus: ' + name(e)};
    return {at, fault: ''};
  };
  globalThis.stop = at => name(stops[at]);

  // buttons are those that sort the table, column what stands in one of its columns.
  const table = () => document.querySelector('table[data-sortable]');
  globalThis.buttons = () => [...table().querySelectorAll('thead button')];
  globalThis.column = i => {
    const heads = [...table().tHead.rows[0].cells], rows = [...table().tBodies[0].rows];
    return {
      columns: heads.length, sort: heads[i].getAttribute('aria-sort') ?? '', others: table().querySelectorAll('[aria-sort]').length, number: heads[i].matches('.num'),
      cells: rows.map(r => r.cells[i].dataset.sort ?? r.cells[i].textContent.trim()), rows: rows.map(r => r.cells[0].textContent),
    };
  };

  // chooser are the links that choose a map, choices what they lead to, seen the
  // maps in sight, areas the links of the first of them.
  globalThis.chooser = () => [...document.querySelectorAll('.chooser a')];
  globalThis.choices = () => chooser().map(a => a.hash.slice(1));
  globalThis.seen = () => choices().filter(id => document.getElementById(id).checkVisibility());
  globalThis.areas = () => [...[...document.querySelectorAll('svg.map')].find(m => m.checkVisibility())?.querySelectorAll('a') ?? []];

  // clashes are the words of maps in sight that touch one another, leave the map or
  // are too small to read.
  globalThis.clashes = () => [...document.querySelectorAll('svg.map')].filter(m => m.checkVisibility()).flatMap(m => {
    const lines = [...m.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect(), m]), all = m.getBoundingClientRect();
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const small = Math.min(...[...m.querySelectorAll('text, tspan')].map(e => parseFloat(getComputedStyle(e).fontSize) * m.getScreenCTM().a));
    return [
      ...lines.filter(([, r]) => r.left < all.left || r.right > all.right || r.top < all.top || r.bottom > all.bottom).map(([t]) => `"${t}" leaves the map`),
      ...lines.flatMap(([t, r], i) => lines.slice(i + 1).filter(([, other]) => !apart(r, other)).map(([u]) => `"${t}" touches "${u}"`)),
      ...(small < 10.5 ? [`words of ${small.toFixed(1)} px`] : []),
    ];
  });

  // stay keeps the page where it is; went is where the last link that was taken
  // would have led.
  globalThis.stay = () => document.addEventListener('click', e => {
    globalThis.went = e.target.closest('a')?.getAttribute('href') ?? '';
    e.preventDefault();
  });

  // found are the links of what a search has found, told whether it has said how much; opened is the state of its page.
  const by = id => document.getElementById(id);
  globalThis.found = () => [...by('hasil').querySelectorAll('a')];
  globalThis.told = () => by('kabar').textContent;
  globalThis.opened = () => ({
    typed: by('tanya').value, address: decodeURIComponent(location.search), told: told(), lists: by('daftar').checkVisibility(),
    titles: found().map(a => a.textContent), heads: [...by('hasil').querySelectorAll('h2')].map(h => h.textContent),
    marks: [...by('hasil').querySelectorAll('mark')].map(m => m.textContent),
    focus: document.activeElement === by('tanya') ? 0 : document.activeElement === document.body ? -1 : 1 + found().indexOf(document.activeElement),
  });

  // within waits until something holds, but not for ever.
  globalThis.within = (milliseconds, holds, end = performance.now() + milliseconds) => new Promise(done => {
    const look = () => holds() ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 10);
    look();
  });

  // spot is a point of an element, in the window, around which a finger of 24 px
  // hits nothing else.
  globalThis.spot = e => {
    e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const r = e.getBoundingClientRect(), hits = (x, y) => e.contains(document.elementFromPoint(x, y));
    for (let y = r.top + 12; y <= r.bottom - 11.5; y += 2)
      for (let x = r.left + 12; x <= r.right - 11.5; x += 2)
        if (hits(x, y) && [[-11, 0], [11, 0], [0, -11], [0, 11], [-8, -8], [8, -8], [-8, 8], [8, 8]].every(([dx, dy]) => hits(x + dx, y + dy))) return [x, y];
    return [];
  };

  // marks gives every piece of text a link that names its number, by which a PDF tells
  // where it stands. Returned are the pieces in that order; a link that was there is one.
  globalThis.marks = () => {
    const found = [], texts = [], seen = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('svg, script')) texts.push(walk.currentNode);
    // What a profile leaves to its table for programs, and says so on paper.
    const told = document.querySelector('main .paper'), left = '.side, .trends, #unduh, .figures :is(caption, thead, th small)';
    for (const text of texts) {
      const within = text.parentElement, head = within.closest('h1, h2, h3, h4, summary'), was = within.closest('a[href]'), n = found.length;
      if (seen.has(was)) continue;
      const link = was ?? document.createElement('a');
      seen.add(link);
      if (!was) {
        link.style.all = 'unset';
        text.replaceWith(link);
        link.append(text);
      }
      const shown = was?.getAttribute('href').startsWith('http'); // on paper, so it stays as long as it was
      link.setAttribute('href', shown ? `http://mark/${n}/` + was.getAttribute('href').slice(13 + String(n).length) : 'mark:' + n);
      found.push({name: name(within), heading: !!head, folded: !!within.closest('main details > :not(summary)') && !(told && within.closest(left))});
    }
    return found;
  };
}
