// What the tests of built pages ask in a browser.
{
  const name = e => {
    let words = e.localName + (e.id ? '#' + e.id : '') + (e.getAttribute('class') ? '.' + e.getAttribute('class').trim().replace(/\s+/g, '.') : '');
    return words + ' "' + (e.textContent || e.getAttribute('alt') || '').trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
  };

  // said is what a page tells and where it leads: its text and links.
  globalThis.said = () => document.body.innerText + '\n' + [...document.links].map(a => a.getAttribute('href') + ' ' + a.textContent.trim()).join('\n');

  // outside are the elements that do not fit the window's width.
  globalThis.outside = () => {
    const found = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push(`scrolls sideways at ${wide} px: ${document.documentElement.scrollWidth} px wide`);
    const rolls = e => e && e !== document.body && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || rolls(e.parentElement));
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
}
