// Finds words in the transcript and in the chat. Enter goes to the next place, with Shift to the one before.
export function searchPanes() {
  for (const box of document.querySelectorAll('[data-find]')) {
    const pane = document.querySelector(box.dataset.find);
    if (pane) search(box, pane, box.parentElement.querySelector('[data-found]'));
  }
}

function search(box, pane, out) {
  const texts = [...pane.querySelectorAll('[data-txt]')];
  let hits = [];
  let at = -1;

  const look = () => {
    const words = terms(box.value);
    at = -1;
    hits = texts.flatMap((element) => highlight(element, words));
    out.textContent = words.length ? (hits.length ? `${hits.length} found` : 'No match') : '';
  };
  const go = (step) => {
    if (!hits.length) return;
    at = at < 0 && step < 0 ? hits.length - 1 : (at + step + hits.length) % hits.length;
    pane.dispatchEvent(new Event('wheel')); // it stays where the reader looks
    hits[at].scrollIntoView({ block: 'center' });
    out.textContent = `${at + 1} of ${hits.length}`;
  };
  box.addEventListener('input', look);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { box.value = ''; look(); return; }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
  if (box.value) look(); // the words that led here
}

// "words in a row" and single words, as the portal's search takes them; what must not be there cannot be found here.
function terms(typed) {
  return [...typed.replace(/[“”„«»]/g, '"').matchAll(/(-?)"([^"]+)"?|(\S+)/g)]
    .map(([, not, row, word]) => (row ? (not ? '' : row) : word.startsWith('-') ? '' : word.replace(/\*$/, '')))
    .map((term) => term.trim().toLowerCase())
    .filter(Boolean);
}

function highlight(element, words) {
  const text = element.textContent;
  if (!words.length && !element.querySelector('mark')) return [];
  const lower = text.toLowerCase();
  const places = [];
  for (const word of words) {
    for (let from = lower.indexOf(word); from >= 0; from = lower.indexOf(word, from + word.length)) {
      places.push([from, from + word.length]);
    }
  }
  places.sort((a, b) => a[0] - b[0]);
  element.replaceChildren();
  const marks = [];
  let done = 0;
  for (const [from, to] of places) {
    if (from < done) continue; // inside the one before
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    element.append(text.slice(done, from), mark);
    marks.push(mark);
    done = to;
  }
  element.append(text.slice(done));
  return marks;
}
