import { selectTab } from '../app.js';

// The keyboard map. Silent while somebody types, and for Space and arrows while a control has the focus.
export function keys(player) {
  const chapters = [...document.querySelectorAll('.chap')].map((chapter) => Number(chapter.dataset.t));
  const views = [...document.querySelectorAll('[data-src]')];
  const rate = (step) => player.playbackRate(Math.min(2, Math.max(0.75, player.playbackRate() + step)));
  const now = () => player.currentTime();

  const anywhere = {
    k: () => (player.paused() ? player.play() : player.pause()),
    j: () => player.seek(now() - 10),
    l: () => player.seek(now() + 10),
    m: () => player.muted(!player.muted()),
    f: () => (player.isFullscreen() ? player.exitFullscreen() : player.requestFullscreen()),
    c: () => toggleCaptions(player),
    v: () => views[(views.findIndex((view) => view.getAttribute('aria-pressed') === 'true') + 1) % views.length]?.click(),
    n: () => { const next = chapters.find((second) => second > now() + 0.05); if (next !== undefined) player.seek(next); },
    p: () => player.seek(chapters.filter((second) => second < now() - 3).pop() ?? 0),
    '<': () => rate(-0.25),
    '>': () => rate(0.25),
    t: () => {
      const box = document.querySelector('[data-trsearch]');
      if (box) { selectTab(document.getElementById('t-tr')); box.focus(); }
    },
    '?': () => document.getElementById('keys')?.showModal(),
  };
  const offControls = {
    ' ': anywhere.k,
    ArrowLeft: () => player.seek(now() - 5),
    ArrowRight: () => player.seek(now() + 5),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.matches('input,textarea,select') || document.querySelector('dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[0-9]$/.test(key) && player.duration()) { player.seek((player.duration() * Number(key)) / 10); return; }
    const onControl = event.target.closest('button,a,summary,[role=tab],[role=menuitemradio],[role=slider]');
    const action = anywhere[key] ?? (onControl ? undefined : offControls[key]);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function toggleCaptions(player) {
  const tracks = Array.from(player.textTracks()).filter((track) => track.kind === 'captions');
  const shown = tracks.find((track) => track.mode === 'showing');
  if (shown) shown.mode = 'disabled'; else if (tracks[0]) tracks[0].mode = 'showing';
}
