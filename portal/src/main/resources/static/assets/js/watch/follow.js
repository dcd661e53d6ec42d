// Transcript, chat and chapters follow the video; a click in them moves it.
const LANE_UNITS = 10000; // the width of a lane of "who speaks when"
const HOLD_MS = 8000; // how long the panes keep still after somebody scrolled
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const all = (selector) => [...document.querySelectorAll(selector)];
const clock = (seconds) => {
  const s = Math.floor(seconds);
  const tail = `${String(Math.floor(s / 60) % 60).padStart(s >= 3600 ? 2 : 1, '0')}:${String(s % 60).padStart(2, '0')}`;
  return s >= 3600 ? `${Math.floor(s / 3600)}:${tail}` : tail;
};

// A list of elements in order of their data-t, of which the last one that has begun is marked.
class Timed {
  constructor(elements) {
    this.elements = elements;
    this.times = elements.map((element) => Number(element.dataset.t));
    this.index = -1;
  }

  // The element that begins to be current, or null if that did not change.
  moveTo(seconds) {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= seconds + 0.05) low = middle + 1; else high = middle;
    }
    if (low - 1 === this.index) return null;
    this.current?.classList.remove('now');
    this.current?.removeAttribute('aria-current');
    this.index = low - 1;
    this.current?.classList.add('now');
    this.current?.setAttribute('aria-current', 'true');
    return this.current ?? null;
  }

  get current() {
    return this.elements[this.index];
  }
}

// A pane that scrolls along, unless somebody just scrolled it or does not want it to.
class Pane {
  constructor(element, wanted) {
    this.element = element;
    this.wanted = wanted;
    this.heldUntil = 0;
    for (const type of ['wheel', 'touchmove', 'keydown']) {
      element?.addEventListener(type, () => { this.heldUntil = Date.now() + HOLD_MS; }, { passive: true });
    }
  }

  show(child, place) {
    if (!child || !this.element || Date.now() < this.heldUntil || (this.wanted && !this.wanted.checked)) return;
    const top = child.offsetTop - this.element.offsetTop - this.element.clientHeight * place;
    this.element.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
  }
}

export function follow(player) {
  const lines = new Timed(all('[data-lines] .line'));
  const chapters = new Timed(all('.chap'));
  const messages = new Timed(all('.msg'));
  const transcript = new Pane(document.querySelector('[data-lines]'), document.querySelector('[data-follow]'));
  const chat = new Pane(document.querySelector('[data-chat]'), null);
  const heads = all('[data-playhead]');
  const nowChapter = document.querySelector('[data-nowchap]');

  const sync = () => {
    const seconds = player.currentTime();
    transcript.show(lines.moveTo(seconds), 0.34);
    const said = messages.moveTo(seconds);
    if (said) {
      messages.elements.forEach((message, i) => message.classList.toggle('later', i > messages.index));
      chat.show(said, 0.6);
    }
    const chapter = chapters.moveTo(seconds);
    if (chapter && nowChapter) nowChapter.textContent = chapter.dataset.says;
    for (const head of heads) head.setAttribute('x', String(Math.round((seconds / (player.duration() || 1)) * LANE_UNITS)));
    for (const text of all('[data-now]')) text.textContent = clock(seconds);
  };
  for (const event of ['timeupdate', 'seeked', 'seek-asked']) player.on(event, sync);
  messages.elements.forEach((message) => message.classList.add('later'));
  // A pane that was hidden could not scroll; it catches up when it is shown.
  for (const tab of all('[role=tab]')) {
    tab.addEventListener('click', () => requestAnimationFrame(() => {
      transcript.show(lines.current, 0.34);
      chat.show(messages.current, 0.6);
    }));
  }
  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-seek]');
    if (!target) return;
    event.preventDefault();
    transcript.heldUntil = 0;
    chat.heldUntil = 0;
    player.seek(Number(target.dataset.seek));
  });
}
