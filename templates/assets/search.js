// Shows what is found above the page's lists while somebody types. All that it says and how it looks stands in the
// page; what searches (blandonganSearch) stands in front of it when it goes out.
{
  const form = document.querySelector('form[data-index]'), field = form.q, say = form.dataset;
  const [status, list, lists] = ['kabar', 'hasil', 'daftar'].map(id => document.getElementById(id));
  const pieces = document.querySelector('template').content, language = document.documentElement.lang, first = 8;
  const index = blandonganSearch({directory: say.index});
  const links = () => [...list.querySelectorAll('a')];
  let limit, sent, pause;

  const marked = (element, text, marks) => {
    let at = 0;
    element.textContent = '';
    for (const [start, end] of marks) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      element.append(text.slice(at, start), mark);
      at = end;
    }
    element.append(text.slice(at));
  };

  // A piece of the page, in which every element with data-of holds that of what was found, or is gone.
  const copy = (name, found) => {
    const piece = pieces.querySelector(name).cloneNode(true);
    for (const element of piece.querySelectorAll('[data-of]')) {
      const text = found[element.dataset.of], marks = found.marks[element.dataset.of];
      if (!text) element.remove();
      if (marks && found.lang !== language) element.lang = found.lang;
      if (element.localName === 'a') element.href = found.url;
      marked(element, text ?? '', marks ?? []);
    }
    return piece;
  };

  const show = ({results, answers, total}) => {
    const groups = {}, hidden = [];
    for (const r of results) {
      const [year, month, day] = r.date.split('-'), name = `[data-kind=${r.kind}]`;
      if (day) r.when = `${+day} ${say.months.split(' ')[month - 1]} ${year}`;
      if (r.inText) r.summary ||= ' '; // a place for the sentence
      const item = copy('li', r);
      (groups[name] ??= copy(name)).lastElementChild.append(item);
      if (r.inText) hidden.push([r, item.lastElementChild]);
    }
    list.replaceChildren(...answers.map(a => copy('.answer', a)), ...Object.values(groups));
    if (total > results.length) list.append(copy('button'));
    lists.hidden = !!list.firstChild;
    return hidden;
  };

  // What is told, and looked up in the pages found, waits until the typing rests.
  const run = async () => {
    const text = field.value.trim();
    let found = {results: [], answers: [], total: 0}, told = '';
    if (text.length > 1) try {
      found = await index.query(text, {limit});
      const n = found && found.total + found.answers.length;
      told = (n > 1 ? say.many : n ? say.single : say.none).replace('{n}', n?.toLocaleString(language)).replace('{q}', () => text);
    } catch {
      told = say.lost;
    }
    if (!found || text !== field.value.trim()) return;
    const hidden = show(found);
    clearTimeout(pause);
    pause = setTimeout(() => {
      status.textContent = told;
      for (const [r, element] of hidden) index.sentence(r).then(s => s && marked(element, s.text, s.marks)).catch(() => {});
    }, 300);
  };

  // What was asked stands in the address: another question after one that was sent is a step of its own.
  const typed = () => {
    const text = field.value.trim();
    const at = text ? '?' + new URLSearchParams({q: text}) : location.pathname;
    try {
      history[sent ? 'pushState' : 'replaceState'](null, '', at);
    } catch { /* Safari takes so many a minute, and fast typists type more; the next letter says it all */ }
    sent = false;
    limit = first;
    run();
  };
  const recall = () => {
    field.value = (new URLSearchParams(location.search).get('q') ?? '').slice(0, field.maxLength);
    sent = field.value;
    limit = history.state ?? first;
    run();
  };
  field.addEventListener('input', typed);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    sent = true;
    await run();
    links()[0]?.focus();
  });
  list.addEventListener('click', async event => {
    const n = links().length;
    if (event.target.localName !== 'button') return;
    history.replaceState(limit += 3 * first, '');
    await run();
    links()[n]?.focus();
  });
  document.addEventListener('keydown', event => {
    const {key, target} = event, stops = [field, ...links()], at = stops.indexOf(target);
    let to = field;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'ArrowDown' && at >= 0) to = stops[at + 1];
    else if (key === 'ArrowUp') to = stops[at - 1];
    else if (key === 'Escape' && !at) {
      if (!field.value) to = field.blur();
      field.value = '';
      if (to) typed();
    } else if (key === '/' ? !at : key !== 'Escape' || at < 0) return;
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  addEventListener('popstate', recall);
  addEventListener('online', run);
  recall();
}
