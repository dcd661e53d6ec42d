// Finds words in the transcript. Enter goes to the next place, with Shift to the one before.
export function searchTranscript() {
  const box = document.querySelector('[data-trsearch]');
  if (!box) return;
  const out = document.querySelector('[data-trcount]');
  const texts = [...document.querySelectorAll('[data-lines] [data-txt]')];
  let hits = [];
  let at = -1;

  box.addEventListener('input', () => {
    const words = box.value.trim().toLowerCase();
    at = -1;
    hits = texts.flatMap((element) => highlight(element, words));
    out.textContent = words ? (hits.length ? `${hits.length} found` : 'No match') : '';
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { box.value = ''; box.dispatchEvent(new Event('input')); return; }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!hits.length) return;
    at = at < 0 && event.shiftKey ? hits.length - 1 : (at + (event.shiftKey ? -1 : 1) + hits.length) % hits.length;
    const pane = hits[at].closest('[data-lines]');
    pane.dispatchEvent(new Event('wheel')); // it stays where the reader looks
    hits[at].scrollIntoView({ block: 'center' });
    out.textContent = `${at + 1} of ${hits.length}`;
  });
}

function highlight(element, words) {
  const text = element.textContent;
  if (!words && !element.querySelector('mark')) return [];
  element.replaceChildren();
  const marks = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let found = words ? lower.indexOf(words) : -1; found >= 0; found = lower.indexOf(words, from)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(found, found + words.length);
    element.append(text.slice(from, found), mark);
    marks.push(mark);
    from = found + words.length;
  }
  element.append(text.slice(from));
  return marks;
}
