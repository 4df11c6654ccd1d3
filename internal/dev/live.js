// The script of a page under blandongan watch. It keeps the page as it is on
// disk, and shows over it what is wrong. Everything it shows lies in a shadow
// tree, so that the site's style sheets and scripts do not meet it.
(() => {
  'use strict';
  const hello = JSON.parse(document.currentScript.dataset.blandongan);
  const memory = storage();
  let token = hello.token;

  function storage() {
    try { return sessionStorage; } catch { return {getItem: () => null, setItem() {}, removeItem() {}}; }
  }

  // --- what stands over the page ---

  const host = document.createElement('blandongan-watch');
  const shadow = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet(); // a policy against inline styles does not stop it
  sheet.replaceSync(`
    :host { all: initial; color-scheme: light dark; --paper: #fff; --ink: #1f1a22; --bad: #a3131b; --soft: #f5eff0; --quiet: #5d545f; --line: #cdbfc2;
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    @media (prefers-color-scheme: dark) {
      :host { --paper: #1b171d; --ink: #f0eaf1; --bad: #ff9a9a; --soft: #2a2228; --quiet: #b9aeba; --line: #544750; }
    }
    @media print { :host { display: none !important; } }
    * { box-sizing: border-box; }
    dialog { width: min(60rem, 100vw - 1rem); max-width: none; max-height: calc(100dvh - 1rem); margin: .5rem auto auto; padding: 0; overflow: auto; overscroll-behavior: contain;
      color: var(--ink); background: var(--paper); border: 2px solid var(--bad); border-radius: 6px; text-align: left; overflow-wrap: anywhere; }
    dialog::backdrop { background: rgb(0 0 0 / .35); }
    header { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
      padding: .6rem .8rem; background: var(--paper); border-bottom: 1px solid var(--line); }
    h2 { margin: 0; font-size: 1.15rem; line-height: 1.3; color: var(--bad); }
    h2:focus { outline: none; }
    p { margin: .4rem 0; }
    .lead { padding: 0 .8rem; color: var(--quiet); }
    ol { margin: 0; padding: 0 .8rem .6rem; list-style: none; }
    li { padding: .6rem 0; border-top: 1px solid var(--line); }
    .place, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .875rem; }
    .place { color: var(--quiet); }
    .word { font-weight: 700; }
    .error .word { color: var(--bad); }
    pre { margin: .4rem 0; padding: .5rem .6rem; overflow-x: auto; background: var(--soft); border-radius: 4px; line-height: 1.35; tab-size: 1; }
    button, .note a { font: inherit; color: inherit; }
    button { min-height: 2.2rem; padding: .2rem .8rem; cursor: pointer; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; }
    :focus-visible { outline: 3px solid var(--bad); outline-offset: 2px; }
    .corner { position: fixed; z-index: 2147483647; inset: auto .5rem .5rem auto; display: flex; flex-direction: column; gap: .5rem; align-items: end; max-width: calc(100vw - 1rem); }
    .show { color: var(--bad); border: 2px solid var(--bad); font-weight: 700; }
    .desk { min-height: 0; padding: .1rem .6rem; font-size: .875rem; border-radius: 1rem; color: var(--ink); background: var(--paper); }
    .panel { width: min(34rem, 100vw - 1rem); max-height: min(60dvh, 40rem); overflow: auto; overscroll-behavior: contain; text-align: left; overflow-wrap: anywhere;
      padding: .2rem .8rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 2px 12px rgb(0 0 0 / .2); }
    .panel h2 { color: inherit; font-size: 1rem; padding: .5rem 0; }
    .panel h3 { margin: .4rem 0 0; font-size: .875rem; color: var(--quiet); }
    .panel ol { padding: 0; }
    .note { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; padding: .5rem .8rem; color: var(--ink); background: var(--paper);
      border: 2px solid var(--line); border-radius: 6px; overflow-wrap: anywhere; }
    [hidden] { display: none; }`);
  shadow.adoptedStyleSheets = [sheet];

  const make = (parent, name, className, text) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    parent.append(e);
    return e;
  };

  const dialog = make(shadow, 'dialog');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', 'title');
  dialog.setAttribute('aria-describedby', 'lead');
  const header = make(dialog, 'header');
  const title = make(header, 'h2');
  title.id = 'title';
  title.tabIndex = -1;
  title.autofocus = true;
  const hide = make(header, 'button');
  const lead = make(dialog, 'p', 'lead');
  lead.id = 'lead';
  const list = make(dialog, 'ol');

  const corner = make(shadow, 'div', 'corner');
  const lostNote = make(corner, 'div', 'note lost');
  lostNote.setAttribute('role', 'status');
  const notes = make(corner, 'div');
  notes.setAttribute('role', 'status');
  const show = make(corner, 'button', 'show');
  const panel = make(corner, 'section', 'panel');
  panel.id = 'desk';
  panel.tabIndex = -1;
  panel.setAttribute('aria-labelledby', 'desk-title');
  const badge = make(corner, 'button', 'desk');
  badge.setAttribute('aria-controls', 'desk');
  badge.hidden = panel.hidden = true;
  show.type = hide.type = badge.type = 'button';
  show.hidden = lostNote.hidden = true;

  let shown = ''; // the trouble as it was last told
  hide.onclick = () => dialog.close();
  show.onclick = () => open();
  dialog.onclose = () => { show.hidden = shown === ''; };

  function open() {
    if (!dialog.open) dialog.showModal();
    show.hidden = true;
  }

  function problems(text) {
    if (text === shown) return; // hidden once, it stays so until something is new
    shown = text;
    const trouble = JSON.parse(text);
    title.textContent = trouble.title;
    lead.textContent = trouble.lead;
    hide.textContent = trouble.hide;
    show.textContent = trouble.show;
    list.replaceChildren();
    for (const p of trouble.problems || []) item(list, p);
    open();
    dialog.scrollTop = 0;
  }

  function item(list, p) {
    const li = make(list, 'li', p.severity);
    if (p.place) make(li, 'div', 'place', p.place);
    const line = make(li, 'p');
    make(line, 'span', 'word', p.word + ':');
    line.append(' ' + p.text);
    if (p.excerpt) make(li, 'pre', '', p.excerpt + '\n' + ' '.repeat(p.caret) + '^'.repeat(Math.max(p.width || 0, 1)));
    if (p.advice) make(li, 'p', 'advice', p.advice);
  }

  function fine() {
    shown = '';
    if (dialog.open) dialog.close();
    show.hidden = true;
  }

  // What the editors' desk found waits behind a small button. Nobody is called: it opens
  // when it is asked for, and stays open from page to page until it is closed.
  const deskKey = 'blandongan:desk';
  function desk(news) {
    const count = String(news.count);
    badge.hidden = news.count === 0;
    badge.textContent = '\u270e ' + count;
    badge.setAttribute('aria-label', news.title);
    badge.title = news.title;
    const top = panel.scrollTop;
    panel.replaceChildren();
    make(panel, 'h2', '', news.title).id = 'desk-title';
    for (const [name, problems] of [[news.ofPage, news.here], [news.ofOther, news.others]]) {
      if (!problems.length) continue;
      make(panel, 'h3', '', name);
      const list = make(panel, 'ol');
      for (const p of problems) item(list, p);
    }
    if (news.more) make(panel, 'p', '', news.more);
    toggle(news.count > 0 && memory.getItem(deskKey) === 'open');
    panel.scrollTop = top;
  }

  function toggle(opened) {
    panel.hidden = !opened;
    badge.setAttribute('aria-expanded', String(opened));
  }

  badge.onclick = () => {
    toggle(panel.hidden);
    memory.setItem(deskKey, panel.hidden ? '' : 'open');
    if (!panel.hidden) panel.focus();
  };
  corner.addEventListener('keydown', e => {
    if (e.key !== 'Escape' || panel.hidden) return;
    toggle(false);
    memory.setItem(deskKey, '');
    badge.focus();
  });

  function note(n) {
    notes.replaceChildren();
    const box = make(notes, 'div', 'note');
    make(box, 'span', '', n.text);
    if (n.href) make(box, 'a', '', n.link).href = n.href;
    const close = make(box, 'button', '', hello.close);
    close.type = 'button';
    close.onclick = () => box.remove();
  }

  // --- what is done to the page ---

  // Browsers restore the place by themselves, but lose it when the page was
  // shorter for a moment, or had an anchor in its address.
  const placeKey = 'blandongan:place', noteKey = 'blandongan:note';
  function reload() {
    leaving = true;
    memory.setItem(placeKey, JSON.stringify({page: location.pathname, x: scrollX, y: scrollY}));
    location.reload();
  }

  function restore() {
    const place = JSON.parse(memory.getItem(placeKey) || 'null');
    memory.removeItem(placeKey);
    if (!place || place.page !== location.pathname) return;
    const back = () => scrollTo({left: place.x, top: place.y, behavior: 'instant'});
    let moved = false; // by the reader, who comes first
    for (const sign of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(sign, () => { moved = true; }, {once: true, passive: true});
    back();
    addEventListener('load', () => { if (!moved) { back(); requestAnimationFrame(back); } }, {once: true});
  }

  // The style sheets and icons of the page, in its order: what is on the page
  // changes while a new sheet loads, this list does not.
  let links = [...document.querySelectorAll('link[href]')]
    .filter(el => el.relList.contains('stylesheet') || el.relList.contains('icon'))
    .map(el => ({el, href: el.href, stamp: ''}));

  function swap(news) {
    if (news.links.length !== links.length) return reload();
    token = news.token;
    links = links.map((old, i) => {
      const stamp = news.links[i].stamp, href = new URL(news.links[i].href, document.baseURI).href;
      if (href === old.href && stamp === old.stamp) return old;
      const el = old.el.cloneNode();
      // The same address again would come from the browser's memory.
      el.href = href !== old.href ? href : href + (href.includes('?') ? '&' : '?') + stamp;
      old.el.after(el);
      if (el.relList.contains('stylesheet')) {
        // The old one goes when the new one is there, or the page would flash.
        el.onload = () => old.el.remove();
        el.onerror = reload;
      } else {
        old.el.remove();
      }
      return {el, href, stamp};
    });
  }

  function gone(news) {
    if (!news.to) return note(news);
    leaving = true;
    memory.setItem(noteKey, JSON.stringify({page: new URL(news.to, location.href).pathname, text: news.text}));
    location.replace(news.to);
  }

  // --- the connection ---

  // The token says what this tab shows, so it does not matter what it missed. A
  // tab that nobody sees needs no connection, of which browsers have few.
  let source, retry, lostSince, leaving = false, resting = false;

  function connect() {
    if (source || leaving || document.hidden) return;
    clearTimeout(retry);
    resting = false;
    source = new EventSource('/.blandongan/events?' + new URLSearchParams({page: location.pathname, token}));
    source.onopen = () => { lostSince = undefined; lostNote.hidden = true; };
    source.onerror = () => { disconnect(); lost(); };
    source.addEventListener('problems', e => problems(e.data));
    source.addEventListener('fine', fine);
    source.addEventListener('desk', e => desk(JSON.parse(e.data)));
    source.addEventListener('css', e => swap(JSON.parse(e.data)));
    source.addEventListener('reload', reload);
    source.addEventListener('gone', e => gone(JSON.parse(e.data)));
    source.addEventListener('rest', () => { disconnect(); resting = true; });
  }

  function disconnect() {
    if (source) source.close();
    source = undefined;
    clearTimeout(retry);
  }

  function lost() {
    lostSince ??= Date.now();
    if (Date.now() - lostSince > 2500) {
      lostNote.textContent = hello.lost;
      lostNote.hidden = false;
    }
    retry = setTimeout(connect, 500);
  }

  addEventListener('visibilitychange', () => document.hidden ? disconnect() : connect(), true);
  for (const sign of ['focus', 'pointermove']) addEventListener(sign, () => { if (resting) connect(); });
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', e => { if (e.persisted) { leaving = false; connect(); } });

  document.documentElement.append(host);
  restore();
  const told = JSON.parse(memory.getItem(noteKey) || 'null');
  memory.removeItem(noteKey);
  if (told && told.page === location.pathname) note(told);
  else if (hello.note) note(hello.note);
  connect();
})();
